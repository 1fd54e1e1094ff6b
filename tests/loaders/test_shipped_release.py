"""A new release of the shipped data changes what the product put there, and nothing that people have corrected."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.catalogue import load_catalogue
from data.model import LeftOutValue, Observation, ProcessGoal, ProcessStatus
from data.store import Conflict, Delivery, Store
from data.store.connection import connect
from loaders.first_start import AUTHOR, fill
from tests.limits import HANG_SECONDS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
VALUES = (
    "alue;mittari;jakso;rooli;arvo;yksikkö;lähde;rivi\n"
    "Kymenlaakso;kymenlaakso-huostaanotot;2021;seuranta;{first};kpl;kymenlaakso-2021;1\n"
    "Kymenlaakso;kymenlaakso-huostaanotot;2022;seuranta;{second};kpl;kymenlaakso-2021;2\n"
)
GOALS = (
    "alue;tunnus;prosessitavoite;jakso;status;lähde;rivi\n"
    "Kymenlaakso;kymenlaakso-pt-90;Etäpalvelut käytössä;2021;{status};kymenlaakso-2021;3\n"
)
LEFT_OUT = "Toimitetun aineiston uusi arvo jätettiin pois {}, koska tieto on täällä korjattu tai poistettu."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    engine = connect(f"sqlite:///{tmp_path / 'seuranta.db'}")
    yield Store(engine)
    engine.dispose()


@pytest.fixture
def release(store: Store, tmp_path: Path) -> Callable[..., None]:
    """Ships the files with these contents and starts the application."""
    folder = tmp_path / "toimitus"
    folder.mkdir()

    def start(first: str = "5", second: str = "6", status: str = "käynnissä") -> None:
        (folder / "arvot.csv").write_text(VALUES.format(first=first, second=second), encoding="utf-8")
        (folder / "tavoitteet.csv").write_text(GOALS.format(status=status), encoding="utf-8")
        fill(store, load_catalogue(), folder)

    return start


def values(store: Store) -> list[float | None]:
    return [observation.value for observation in store.observations()]


def statuses(store: Store) -> list[ProcessStatus]:
    return [goal.status for goal in store.process_goals()]


def left_out(store: Store) -> list[float | ProcessStatus | None]:
    shipped = [value.shipped for value in store.left_out_values()]
    return [record.value if isinstance(record, Observation) else record.status for record in shipped]


def note(store: Store) -> str:
    return store.publications()[0].note


def correct(store: Store, *records: Observation | ProcessGoal, author: str = "Hankepäällikkö") -> None:
    delivery = Delivery(
        file_name="korjaus.xlsx",
        content=repr(records).encode(),
        observations=tuple(record for record in records if isinstance(record, Observation)),
        process_goals=tuple(record for record in records if isinstance(record, ProcessGoal)),
    )
    store.publish([delivery], author=author)


def corrected(store: Store, place: int, value: float) -> Observation:
    return store.observations()[place].model_copy(update={"value": value})


def remove(store: Store, *records: Observation | ProcessGoal) -> None:
    delivery = Delivery(file_name="poisto.xlsx", content=b"poisto")
    store.publish([delivery], author="Hankepäällikkö", removed=records)


def test_an_untouched_cell_gets_the_new_value(store: Store, release: Callable[..., None]) -> None:
    release()
    release(second="7", status="toteutunut")
    assert (values(store), statuses(store)) == ([5.0, 7.0], [ProcessStatus.DONE])
    assert (store.version, left_out(store)) == (2, [])
    assert "jätettiin pois" not in note(store)


def test_a_corrected_cell_keeps_its_correction_and_the_new_value_is_told(
    store: Store, release: Callable[..., None]
) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    release(first="4", second="7")
    assert (values(store), left_out(store)) == ([4.0, 8.0], [7.0])
    assert LEFT_OUT.format("yhdessä kohdassa") in note(store)
    assert (store.publications()[0].author, store.version) == (AUTHOR, 3)


def test_a_corrected_process_goal_keeps_its_correction(store: Store, release: Callable[..., None]) -> None:
    release()
    (goal,) = store.process_goals()
    correct(store, goal.model_copy(update={"status": ProcessStatus.STOPPED}))
    release(status="toteutunut")
    assert (statuses(store), left_out(store)) == ([ProcessStatus.STOPPED], [ProcessStatus.DONE])


def test_removed_cells_stay_removed(store: Store, release: Callable[..., None]) -> None:
    release()
    remove(store, store.observations()[1], *store.process_goals())
    release(first="4", second="7", status="toteutunut")
    assert (values(store), statuses(store)) == ([4.0], [])
    assert left_out(store) == [7.0, ProcessStatus.DONE]
    assert LEFT_OUT.format("2 kohdassa") in note(store)


def test_a_correction_is_not_told_of_when_the_release_says_nothing_new_of_its_cell(
    store: Store, release: Callable[..., None]
) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    release(first="4")
    assert (values(store), left_out(store)) == ([4.0, 8.0], [])
    assert "jätettiin pois" not in note(store)


def test_a_release_that_agrees_with_the_correction_leaves_nothing_out(
    store: Store, release: Callable[..., None]
) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    release(second="8")
    assert (values(store), left_out(store)) == ([5.0, 8.0], [])


def test_a_correction_that_was_undone_is_none(store: Store, release: Callable[..., None]) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    store.undo(2, author="Kumoaminen")
    release(second="7")
    assert (values(store), left_out(store)) == ([5.0, 7.0], [])


def test_a_removal_that_was_undone_is_none(store: Store, release: Callable[..., None]) -> None:
    release()
    remove(store, store.observations()[1])
    store.undo(2, author="Kumoaminen")
    release(second="7")
    assert (values(store), left_out(store)) == ([5.0, 7.0], [])


def test_a_release_that_was_undone_does_not_come_back_with_the_next(store: Store, release: Callable[..., None]) -> None:
    release()
    release(second="7")
    store.undo(2, author="Kumoaminen")
    release(second="9")
    assert (values(store), left_out(store)) == ([5.0, 6.0], [9.0])


def test_a_cell_that_people_added_before_the_product_is_theirs(store: Store, release: Callable[..., None]) -> None:
    release()
    added = store.observations()[1].model_copy(update={"value": 3.0})
    store.undo(1, author="Kumoaminen")
    correct(store, added)
    release(second="7")
    assert (values(store), left_out(store)) == ([3.0], [7.0])


def test_a_new_cell_of_a_release_is_published_beside_a_correction(
    store: Store, release: Callable[..., None], tmp_path: Path
) -> None:
    release()
    correct(store, corrected(store, 0, 8.0), corrected(store, 1, 9.0))
    added = VALUES + "Kymenlaakso;kymenlaakso-huostaanotot;2023;seuranta;1;kpl;kymenlaakso-2021;4\n"
    delivered = added.format(first=4, second=9)
    (tmp_path / "toimitus" / "arvot.csv").write_text(delivered, encoding="utf-8")
    fill(store, load_catalogue(), tmp_path / "toimitus")
    assert (values(store), left_out(store)) == ([8.0, 9.0, 1.0], [4.0])


def test_two_releases_in_a_row_leave_the_correction_and_tell_the_newest_value(
    store: Store, release: Callable[..., None]
) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    release(second="7")
    release(second="9")
    assert (values(store), left_out(store)) == ([5.0, 8.0], [9.0])
    assert [value.shipped.place.line for value in store.left_out_values(version=3)] == [2]
    assert LEFT_OUT.format("yhdessä kohdassa") in note(store)


def test_a_value_that_was_left_out_is_not_told_twice(store: Store, release: Callable[..., None]) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    release(second="7")
    release(first="4", second="7")
    assert (values(store), left_out(store)) == ([4.0, 8.0], [7.0])
    assert "jätettiin pois" not in note(store)


def test_a_value_that_a_release_takes_back_is_not_told_any_more(store: Store, release: Callable[..., None]) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    release(second="7")
    release(second="6", first="4")
    assert (values(store), left_out(store)) == ([4.0, 8.0], [])


def test_after_an_undone_correction_the_next_release_is_published_and_nothing_told(
    store: Store, release: Callable[..., None]
) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    release(second="7")
    store.undo(2, author="Kumoaminen")
    assert (values(store), left_out(store)) == ([5.0, 6.0], [7.0])
    release(second="9")
    assert (values(store), left_out(store)) == ([5.0, 9.0], [])


def test_a_start_after_a_release_changes_nothing(store: Store, release: Callable[..., None]) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    release(second="7")
    release(second="7")
    assert (store.version, values(store)) == (3, [5.0, 8.0])


def test_an_undone_release_takes_its_left_out_values_with_it(store: Store, release: Callable[..., None]) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    release(second="7")
    store.undo(3, author="Kumoaminen")
    assert left_out(store) == []
    assert [value.shipped.key for value in store.left_out_values(version=3)] == [store.observations()[1].key]


def test_a_left_out_value_comes_back_from_the_store_as_it_was(store: Store, release: Callable[..., None]) -> None:
    release()
    remove(store, store.observations()[1], *store.process_goals())
    release(second="7", status="toteutunut")
    kinds = [type(value.shipped) for value in store.left_out_values()]
    assert kinds == [Observation, ProcessGoal]
    assert all(isinstance(value, LeftOutValue) for value in store.left_out_values())


def test_a_file_that_was_published_after_the_preview_is_not_published_again(store: Store) -> None:
    empty = Delivery(file_name="a.csv", content=b"a")
    seen = store.version
    store.publish([empty], author="toinen", previewed=seen)
    with pytest.raises(Conflict) as conflict:
        store.publish([empty], author="testi", previewed=seen)
    assert (conflict.value.version, store.version) == (1, 1)
    assert store.publish([empty], author="testi", previewed=1) == 2


def test_a_correction_in_the_middle_of_a_start_is_seen(
    store: Store, release: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    release()
    publish, is_first = store.publish, [True]

    def publish_after_a_person(*arguments: object, **options: object) -> int:
        if is_first.pop() if is_first else False:
            publish([Delivery(file_name="k", content=b"k", observations=(corrected(store, 1, 8.0),))], author="H")
        return publish(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "publish", publish_after_a_person)
    release(second="7")
    assert (values(store), left_out(store), store.version) == ([5.0, 8.0], [7.0], 3)


START = """
import sys
from pathlib import Path
from data.catalogue import load_catalogue
from data.store import Store
from data.store.connection import connect
from loaders.first_start import fill
store = Store(connect("sqlite:///" + sys.argv[1]))
print("ready", flush=True)
input()
fill(store, load_catalogue(), Path(sys.argv[2]))
print(store.version, [observation.value for observation in store.observations()], len(store.left_out_values()))
"""


@pytest.mark.parametrize(("second", "expected"), [("7", "[5.0, 8.0] 1"), ("6", "[5.0, 8.0] 0")])
def test_processes_that_start_a_release_at_once_make_one_version(
    store: Store, release: Callable[..., None], tmp_path: Path, second: str, expected: str
) -> None:
    release()
    correct(store, corrected(store, 1, 8.0))
    delivered = VALUES.format(first="5", second=second).replace("kpl;", "kpl ;")  # another file in any case
    (tmp_path / "toimitus" / "arvot.csv").write_text(delivered, encoding="utf-8")
    command = [sys.executable, "-c", START, str(tmp_path / "seuranta.db"), str(tmp_path / "toimitus")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    processes = [subprocess.Popen(command, cwd=ROOT, env=os.environ, text=True, **pipes) for _ in range(2)]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()
    ended = [(*process.communicate(timeout=HANG_SECONDS), process.returncode) for process in processes]
    assert [error.strip().splitlines()[-1:] for _, error, _ in ended] == [[], []]
    assert [out.strip() for out, _, _ in ended] == [f"3 {expected}"] * 2
