"""The project's own wire copy, for a first look at a filled site."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path


def drop_samples(folder: Path) -> int:
    """Copy the sample stories into a source's folder, whole or not at all; return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with as_file(files(__package__).joinpath("sample_copy")) as copy:
        for sample in sorted(copy.glob("*.txt")):
            beside = folder / f".{sample.name}.part"
            shutil.copyfile(sample, beside)
            beside.rename(folder / sample.name)
            count += 1
    return count
