"""From a file to a publication: check it, stage it against what is current, publish it as a version."""

from datetime import date

from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal, Record, Severity
from data.store import Delivery, Store
from loaders.check import Checked, check
from loaders.findings import Unreadable
from loaders.staging import Staged, stage


class Upload(Record):
    """A file that has been read: what it holds and what publishing it would change against version `previewed`."""

    file_name: str
    content: bytes
    checked: Checked
    observations: Staged[Observation]
    process_goals: Staged[ProcessGoal]
    previewed: int
    is_known: bool

    @property
    def can_be_published(self) -> bool:
        """Whether nothing stops it and it would change something."""
        return self.would_change and not self.checked.stops

    @property
    def would_change(self) -> bool:
        """Whether the file tells anything that the store does not already hold."""
        return not (self.observations.is_empty and self.process_goals.is_empty)

    @property
    def must_be_accepted(self) -> bool:
        """Whether there are warnings that need a word of explanation."""
        return any(finding.severity is Severity.WARNS for finding in self.checked.findings)


def examine(
    content: bytes, file_name: str, store: Store, catalogue: Catalogue, *, region: str, today: date
) -> Upload | str:
    """The examined file, or the message of a file that cannot be read at all. Nothing is stored."""
    try:
        checked = check(content, file_name, catalogue, region=region, today=today)
    except Unreadable as error:
        return error.finding.message
    version = store.version
    regions = sorted({record.region for record in (*checked.observations, *checked.process_goals)})
    indicators = sorted({observation.indicator for observation in checked.observations})
    current = store.observations(version=version, regions=regions, indicators=indicators)
    if current:  # a second look, now that it is known whose history the numbers are compared with
        checked = check(content, file_name, catalogue, region=region, today=today, current=current)
    goals = store.process_goals(version=version, regions=regions) if checked.process_goals else ()
    delivery = Delivery(file_name=file_name, content=content)
    return Upload(
        file_name=file_name,
        content=content,
        checked=checked,
        observations=stage(checked.observations, current),
        process_goals=stage(checked.process_goals, goals),
        previewed=version,
        is_known=store.has_file(delivery.sha256),
    )


def publish(upload: Upload, store: Store, *, author: str, note: str) -> int:
    """Publish an examined file and return the version. Raises what Store.publish raises; a stopped file ValueError."""
    if not upload.can_be_published:
        raise ValueError("the file is stopped or would change nothing")
    delivery = Delivery(
        file_name=upload.file_name,
        content=upload.content,
        observations=upload.observations.brought,
        process_goals=upload.process_goals.brought,
    )
    return store.publish([delivery], author=author, note=note, previewed=upload.previewed)
