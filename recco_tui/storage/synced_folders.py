"""Folders that a program copies to other machines, and drives on other machines: where a database
lies less safely than it seems."""

import platform
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple


class Service(NamedTuple):
    """A program that syncs folders: what such a folder may be called, and what it puts into it
    (a name that ends in a slash is a folder's)."""

    name: str
    folders: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()


SERVICES = (
    # ~/.dropbox is a folder of settings: only a file of that name marks what is synced.
    Service("Dropbox", ("Dropbox", "Dropbox (*)"), (".dropbox", ".dropbox.cache/")),
    Service("iCloud Drive", ("Mobile Documents", "com~apple~CloudDocs")),
    Service("OneDrive", ("OneDrive", "OneDrive - *")),
    Service(
        "Google Drive",
        ("Google Drive", "GoogleDrive", "My Drive"),
        (".tmp.drivedownload/", ".tmp.driveupload/"),
    ),
    Service("Syncthing", (), (".stfolder", ".stfolder/", ".stversions/", ".stignore")),
    Service(
        "Nextcloud",
        ("Nextcloud",),
        (".sync_*.db", "._sync_*.db", ".nextcloudsync.log"),
    ),
    Service("ownCloud", ("ownCloud",), (".owncloudsync.log",)),
    Service("Resilio Sync", (), (".sync/ID", ".sync/IgnoreList")),
    Service("Synology Drive", ("SynologyDrive",), (".SynologyWorkingDirectory/",)),
    Service("Proton Drive", ("ProtonDrive", "Proton Drive")),
    Service("MEGA", (), (".megaignore",)),
    Service("pCloud", ("pCloudDrive", "pCloud Drive")),
    Service("Box", ("Box Sync",)),
)
_CLOUD_STORAGE = "CloudStorage"
"""In ~/Library, where macOS keeps the folders of all services: NAME or NAME-ACCOUNT each."""

_NETWORK = {
    *("afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone"),
    *("fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"),
    *("9p", "fuse.vmhgfs-fuse", "prl_fs", "vboxsf"),
}
"""File systems of Linux that lie on another machine, or on the one around this one."""
_MOUNTS = Path("/proc/self/mounts")


class SharedFolder(NamedTuple):
    """Where the file lies: what it is, as `Dropbox` or `nfs`, and the folder that makes it so."""

    what: str
    folder: Path


def synced_by(path: Path) -> SharedFolder | None:
    """The service that syncs the folder of the file, None when none seems to. Follows links."""
    for folder in path.resolve().parents:
        if folder.parent.name == _CLOUD_STORAGE:
            called = folder.name.partition("-")[0]
            known = (service.name for service in SERVICES if _is_called(called, service.folders))
            return SharedFolder(next(known, called), folder)
        for service in SERVICES:
            if _is_called(folder.name, service.folders) or _is_marked(folder, service.markers):
                return SharedFolder(service.name, folder)
    return None


def network_drive(path: Path, mounts: Path = _MOUNTS) -> SharedFolder | None:
    """The network drive that holds the file, None when it is none or the system does not tell.

    `mounts` lists device, folder and type of every file system, a line each.
    """
    with suppress(OSError):
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
        mounted = [SharedFolder(kind, folder) for folder, kind in _mounted(lines)]
        parents = {*path.resolve().parents}
        # The last of two at one folder hides the other.
        around = [mount for mount in mounted if mount.folder in parents]
        if around:
            depth = max(len(mount.folder.parts) for mount in around)
            innermost = [mount for mount in around if len(mount.folder.parts) == depth][-1]
            return innermost if innermost.what in _NETWORK else None
    return None


def conflict_copies(path: Path, host: str | None = None) -> tuple[Path, ...]:
    """What sync services made of the file beside it, where two machines had written to it."""
    own = (platform.node() if host is None else host).partition(".")[0]
    stem, end = re.escape(path.stem), re.escape(path.suffix)
    marks = [*_CONFLICTS, f"-{re.escape(own)}"] if own else _CONFLICTS
    pattern = re.compile(f"{stem}(?:{'|'.join(marks)}){end}", re.IGNORECASE)
    with suppress(OSError):
        return tuple(
            sorted(
                file
                for file in path.parent.iterdir()
                if file.name != path.name and pattern.fullmatch(file.name) and file.is_file()
            )
        )
    return ()


_CONFLICTS = (
    r" ?\(.*conflict.*\)",  # Dropbox, Nextcloud: (Ann's conflicted copy 2026-11-23)
    r"[ _.-]conflict(?:ed)?[ _.-].*",  # ownCloud: _conflict-20261123-090000
    r"\.sync-conflict-.*",  # Syncthing
    r"-(?:DESKTOP|LAPTOP)-[A-Z0-9]+",  # OneDrive: the name of the machine
    r"-[^/]*(?:MacBook|iMac|Mac[ -]mini|-PC)[^/]*",
    r" \(\d\)",  # Google Drive
    r" \d",  # iCloud Drive
    r"\.conflict",  # Resilio Sync
)


def _is_called(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _is_marked(folder: Path, markers: Iterable[str]) -> bool:
    """Whether one of the markers is in the folder; one that may not be looked into has none."""
    with suppress(OSError):
        for marker in markers:
            found = folder.glob(marker.rstrip("/")) if "*" in marker else [folder / marker]
            if any(path.is_dir() if marker.endswith("/") else path.is_file() for path in found):
                return True
    return False


def _mounted(lines: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """Folder and type of each line; blanks in a name are written as octal numbers."""
    for line in lines:
        fields = line.split()
        if len(fields) >= 3:
            name = re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), fields[1])
            yield Path(name), fields[2]
