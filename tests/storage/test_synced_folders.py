"""Folders that are synced, drives on other machines, and what a sync made of a conflict."""

from pathlib import Path

import pytest

from recco_tui.storage.synced_folders import conflict_copies, network_drive, synced_by

CALLED = [
    ("Dropbox/notes", "Dropbox"),
    ("Dropbox (Acme)", "Dropbox"),
    ("Library/CloudStorage/Dropbox/recco", "Dropbox"),
    ("Library/CloudStorage/Dropbox-Personal", "Dropbox"),
    ("Library/Mobile Documents/com~apple~CloudDocs/recco", "iCloud Drive"),
    ("Library/Mobile Documents/iCloud~md~obsidian/Documents", "iCloud Drive"),
    ("OneDrive", "OneDrive"),
    ("OneDrive - Acme Inc", "OneDrive"),
    ("Library/CloudStorage/OneDrive-Personal/deep/er", "OneDrive"),
    ("Google Drive", "Google Drive"),
    ("My Drive/recco", "Google Drive"),
    ("Library/CloudStorage/GoogleDrive-ann@example.org/My Drive", "Google Drive"),
    ("Library/CloudStorage/GoogleDrive-ann@example.org/Shared drives/x", "Google Drive"),
    ("Nextcloud/recco", "Nextcloud"),
    ("ownCloud", "ownCloud"),
    ("SynologyDrive", "Synology Drive"),
    ("pCloudDrive", "pCloud"),
    ("Box Sync", "Box"),
    ("Library/CloudStorage/ProtonDrive-ann@example.org-folder", "Proton Drive"),
    ("Library/CloudStorage/SomethingNew-ann", "SomethingNew"),
]
MARKED = [
    (".dropbox", "file", "Dropbox"),
    (".dropbox.cache", "folder", "Dropbox"),
    (".tmp.drivedownload", "folder", "Google Drive"),
    (".stfolder", "folder", "Syncthing"),
    (".stfolder", "file", "Syncthing"),
    (".stversions", "folder", "Syncthing"),
    (".stignore", "file", "Syncthing"),
    (".sync_1a2b3c.db", "file", "Nextcloud"),
    ("._sync_1a2b3c.db", "file", "Nextcloud"),
    (".nextcloudsync.log", "file", "Nextcloud"),
    (".owncloudsync.log", "file", "ownCloud"),
    (".sync/ID", "file", "Resilio Sync"),
    (".SynologyWorkingDirectory", "folder", "Synology Drive"),
    (".megaignore", "file", "MEGA"),
]


def mark(place: Path, kind: str) -> None:
    if kind == "folder":
        place.mkdir(parents=True)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()


@pytest.mark.parametrize(("folder", "name"), CALLED)
def test_a_synced_folder_is_known_by_what_it_is_called(
    tmp_path: Path, folder: str, name: str
) -> None:
    (tmp_path / folder).mkdir(parents=True)
    found = synced_by(tmp_path / folder / "recco.db")
    assert found is not None
    assert found.what == name
    assert found.folder in (tmp_path / folder / "recco.db").parents


@pytest.mark.parametrize(("marker", "kind", "name"), MARKED)
def test_a_synced_folder_is_known_by_what_the_service_puts_into_it(
    tmp_path: Path, marker: str, kind: str, name: str
) -> None:
    mark(tmp_path / "sync" / marker, kind)
    (tmp_path / "sync" / "deep" / "er").mkdir(parents=True)
    found = synced_by(tmp_path / "sync" / "deep" / "er" / "recco.db")
    assert found == (name, tmp_path / "sync")
    assert synced_by(tmp_path / "beside.db") is None


def test_a_link_into_a_synced_folder_is_followed_and_one_out_of_it_too(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "Dropbox" / "recco.db").touch()
    (tmp_path / "here.db").symlink_to(tmp_path / "Dropbox" / "recco.db")
    assert synced_by(tmp_path / "here.db") == ("Dropbox", tmp_path / "Dropbox")
    (tmp_path / "recco.db").touch()
    (tmp_path / "Dropbox" / "there.db").symlink_to(tmp_path / "recco.db")
    assert synced_by(tmp_path / "Dropbox" / "there.db") is None


@pytest.mark.parametrize(
    "place", [".dropbox", "Dropboxes", "dropbox", "My Drives", "OneDriveBackup", ".sync"]
)
def test_a_folder_that_only_looks_like_one_is_none(tmp_path: Path, place: str) -> None:
    """Dropbox keeps its settings in a folder .dropbox in the home folder."""
    (tmp_path / place).mkdir()
    assert synced_by(tmp_path / place / "recco.db") is None
    assert synced_by(tmp_path / "recco.db") is None


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "ext4", "tmpfs", "fuseblk"]
)
def test_a_drive_on_another_machine_is_known_by_its_type(tmp_path: Path, kind: str) -> None:
    mounts = tmp_path / "mounts"
    inside = str(tmp_path / "on it").replace(" ", "\\040")
    mounts.write_text(f"none / ext4 rw 0 0\nhere:/x {inside} {kind} rw,vers=4 0 0\n")
    (tmp_path / "on it").mkdir()
    found = network_drive(tmp_path / "on it" / "deep" / "recco.db", mounts)
    if kind in ("ext4", "tmpfs", "fuseblk"):
        assert found is None
    else:
        assert found == (kind, tmp_path / "on it")
    assert network_drive(tmp_path / "recco.db", mounts) is None


def test_of_two_at_one_folder_the_later_hides_the_earlier(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"a {tmp_path} nfs rw 0 0\nb {tmp_path} ext4 rw 0 0\nodd\n")
    assert network_drive(tmp_path / "recco.db", mounts) is None


def test_a_system_that_does_not_tell_its_drives_is_no_fault(tmp_path: Path) -> None:
    assert network_drive(tmp_path / "recco.db", tmp_path / "nowhere") is None


CONFLICTS = [
    "recco (Ann's conflicted copy 2026-11-23).db",
    "recco (conflicted copy 2026-11-23 090000).db",
    "recco (Case Conflict).db",
    "recco_conflict-20261123-090000.db",
    "recco.sync-conflict-20261123-090000-ABCDEFG.db",
    "recco-DESKTOP-1A2B3C4.db",
    "recco-LAPTOP-XYZ.db",
    "recco-Ann's MacBook Pro.db",
    "recco-ANNS-PC.db",
    "recco-workstation.db",
    "recco (1).db",
    "recco 2.db",
    "recco.Conflict.db",
]
OTHERS = [
    "recco.db",
    "recco.db-wal",
    "recco-unreadable-20261123T090000.db",
    "recco-backup.db",
    "recco-salvaged.db",
    "other.sync-conflict-20261123-090000-ABCDEFG.db",
    "recco 2026.db",
    "notes (1).db",
    "recco (old).db",
]


def test_copies_that_a_sync_made_of_a_conflict_are_told_from_others(tmp_path: Path) -> None:
    for name in (*CONFLICTS, *OTHERS):
        (tmp_path / name).touch()
    (tmp_path / "recco 3.db").mkdir()
    found = conflict_copies(tmp_path / "recco.db", "workstation.example.org")
    assert [one.name for one in found] == sorted(CONFLICTS)


def test_signs_in_the_name_of_the_file_mean_nothing_else(tmp_path: Path) -> None:
    for name in ("my[1].db", "my[1] (1).db", "my1 (1).db"):
        (tmp_path / name).touch()
    assert [one.name for one in conflict_copies(tmp_path / "my[1].db", "")] == ["my[1] (1).db"]
