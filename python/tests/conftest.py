"""What the tests share. They run against the installed wheel, never against the source folder."""

from pathlib import Path

import pytest

from twoears import Desk

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder, for the data that Rust and Python share."""
    return ROOT


@pytest.fixture(scope="session")
def desk() -> Desk:
    """A desk with nothing set."""
    return Desk()


@pytest.fixture(scope="session")
def larkway(root: Path) -> Desk:
    """The desk of the examples: settings and answers."""
    examples = root / "examples"
    return Desk(brand=examples / "brand.toml", knowledge=examples / "kb")
