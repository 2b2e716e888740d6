"""Which processes belong to a service, told by the folder they work in and not by their parents."""

import os

import psutil

from demo.service import Service


def everything_of(service: Service) -> list[psutil.Process]:
    """Every living process that works on the service's data, whatever its parent."""
    folder = service.environment["CHAPWAI_DATA_DIR"]
    mine = {os.getpid(), os.getppid()}
    return [
        one
        for one in psutil.process_iter()
        if one.pid not in mine and alive(one) and works_on(one, folder)
    ]


def works_on(process: psutil.Process, folder: str) -> bool:
    """Whether it was told of the folder, works in it, or has it on its command line."""
    try:
        at = [process.environ().get("CHAPWAI_DATA_DIR", ""), process.cwd(), *process.cmdline()]
    except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
        return False
    return any(text == folder or text.startswith(f"{folder}/") for text in at)


def alive(process: psutil.Process) -> bool:
    """Whether it still does anything; a zombie does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
