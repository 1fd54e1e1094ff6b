import csv
from pathlib import Path

import pytest

from data.catalogue.process_catalogue import WORDINGS_FILE, status_wordings
from data.model import ProcessStatus


def test_every_status_is_its_own_wording() -> None:
    assert {status_wordings()[status.value] for status in ProcessStatus} == set(ProcessStatus)


def test_no_wording_is_listed_twice_or_gives_a_status_another_meaning() -> None:
    with WORDINGS_FILE.open(encoding="utf-8", newline="") as lines:
        listed = [row["sanamuoto"] for row in csv.DictReader(lines, delimiter=";")]
    assert len(listed) == len(set(listed)) and not set(listed) & {status.value for status in ProcessStatus}


def test_a_status_that_the_model_does_not_have_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "wordings.csv"
    file.write_text("sanamuoto;status;lähde;rivi\nhyvin;hieno;;\n", encoding="utf-8")
    with pytest.raises(ValueError, match="hieno"):
        status_wordings(file)
