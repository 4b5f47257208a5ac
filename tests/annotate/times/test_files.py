"""Each rule file has a test of its name."""

from importlib import resources
from pathlib import Path

HERE = Path(__file__).parent
ELSEWHERE = {"publication", "versions"}  # data of link/dates: tests/link


def test_each_rule_file_has_its_test() -> None:
    folder = resources.files("newsledger.data").joinpath("times")
    names = {Path(f.name).stem for f in folder.iterdir() if f.name.endswith(".toml")}
    tests = {
        p.stem.removeprefix("test_")
        for p in (*HERE.glob("test_*.py"), *HERE.parents[1].glob("link/test_*.py"))
    }
    assert names <= tests
    assert names >= ELSEWHERE
