"""The user's own assistant: a program that reads a prompt and prints a text; no shell."""

import asyncio
import os
import shlex
import signal
from asyncio.subprocess import PIPE, Process
from contextlib import suppress

from recco_tui.core.cleaning import clean_text, shortened
from recco_tui.core.errors import UsageError

LONGEST = 100_000
"""Bytes of an answer."""
TIME_LIMIT = 180.0
"""Seconds until an answer must be whole."""
_CHUNK = 2**14
_LONGEST_COMPLAINT = 2_000
_LAST_WORDS = 1.0
"""Seconds for what is left in the pipes of a program that was ended."""
_ANOTHER = "Check the assistant in the settings (,)."


async def answer_of(command: str, prompt: str, time_limit: float = TIME_LIMIT) -> str:
    """What the program makes of the prompt, as plain text; raises `UsageError` in a sentence.

    It ends with this call, however that ends: also when the call is cancelled.
    """
    program = program_of(command)
    try:
        # In a session of its own it has no terminal to write to, and ends with all it started.
        process = await asyncio.create_subprocess_exec(
            *shlex.split(command), stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True
        )
    except (OSError, ValueError) as error:
        raise UsageError(f"{program} could not be started. {_ANOTHER}") from error
    try:
        async with asyncio.timeout(time_limit):
            answer, complaint = await _exchange(process, prompt.encode(), program)
            status = await process.wait()
    except TimeoutError as error:
        seconds = f"{time_limit:g} seconds"
        raise UsageError(f"{program} was stopped: no answer in {seconds}. Try again.") from error
    finally:
        await _end(process)
    if status:
        raise UsageError(
            f"{program} failed with status {status}: {_last_line(complaint) or 'no reason given.'}"
        )
    text = clean_text(answer.decode("utf-8", errors="replace")).strip()
    if not text:
        raise UsageError(f"{program} gave an empty answer. Try again.")
    return text


def program_of(command: str) -> str:
    """The program that a command starts, as it is named in a sentence."""
    return shortened(os.path.basename(command.split(maxsplit=1)[0])) if command.strip() else ""


async def _exchange(process: Process, prompt: bytes, program: str) -> tuple[bytes, bytes]:
    """Hand the prompt over and read both outputs to their ends, at the same time."""
    tell = asyncio.create_task(_tell(process, prompt))
    complain = asyncio.create_task(_tail(process))
    try:
        answer = await _read(process, program)
        return answer, await complain
    finally:
        tell.cancel()
        complain.cancel()
        await asyncio.gather(tell, complain, return_exceptions=True)


async def _tell(process: Process, prompt: bytes) -> None:
    assert process.stdin is not None
    with suppress(OSError):  # a program need not read all of it
        process.stdin.write(prompt)
        await process.stdin.drain()
        process.stdin.close()


async def _read(process: Process, program: str) -> bytes:
    assert process.stdout is not None
    answer = b""
    while chunk := await process.stdout.read(_CHUNK):
        answer += chunk
        if len(answer) > LONGEST:
            raise UsageError(f"{program} was stopped: its answer is longer than 100 kB.")
    return answer


async def _tail(process: Process) -> bytes:
    """The end of its errors; all of them are read, so that it never waits for that."""
    assert process.stderr is not None
    tail = b""
    while chunk := await process.stderr.read(_CHUNK):
        tail = (tail + chunk)[-_LONGEST_COMPLAINT:]
    return tail


def _last_line(complaint: bytes) -> str:
    lines = clean_text(complaint.decode("utf-8", errors="replace")).split("\n")
    return next((" ".join(line.split())[:200] for line in reversed(lines) if line.strip()), "")


async def _end(process: Process) -> None:
    """End the program with all that it started, and read what is left in its pipes."""
    with suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        elif process.returncode is None:
            process.kill()
    with suppress(TimeoutError, OSError):
        async with asyncio.timeout(_LAST_WORDS):
            for stream in (process.stdout, process.stderr):
                while stream is not None and await stream.read(_CHUNK):
                    pass
            await process.wait()
