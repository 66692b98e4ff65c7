"""Reads folders in which others may be writing at the same time."""

import os


def files_below(root):
    """Every file below a folder with its bytes, by its path from there. What is taken away between two looks was not
    there."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            try:
                if os.path.isfile(path):
                    with open(path, "rb") as file:
                        found[os.path.relpath(path, root)] = file.read()
            except (FileNotFoundError, NotADirectoryError):
                pass
    return found
