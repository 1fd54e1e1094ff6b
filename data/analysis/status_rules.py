"""The rule behind each status in one plain sentence, with the thresholds of the settings (rules of the numbers, 3)."""

from data import finnish
from data.analysis.assessment import Assessment, Reference
from data.analysis.status import Status
from data.settings import Settings

_PLAIN = {
    Status.UNKNOWN: "Lukuja ei ole.",
    Status.NO_BASELINE: "Lähtötilaa ei ole kirjattu, eikä ole tavoitetta, johon lukua voisi verrata.",
    Status.NO_FOLLOW_UP: "Lähtötilan jälkeen ei ole yhtään lukua.",
    Status.NOT_COMPARABLE: "Lähtötilan ja viimeisimmän luvun eroa ei voi arvioida.",
    Status.NOT_DIFFERENT: "Muutoksen 95 %:n luottamusväliin mahtuu muuttumaton tilanne.",
    Status.UNCHANGED: "Viimeisin luku on sama kuin lähtötila.",
    Status.RISEN: "Luku nousi. Suuntaa ei arvioida, joten muutosta ei sanota hyväksi eikä huonoksi.",
    Status.FALLEN: "Luku laski. Suuntaa ei arvioida, joten muutosta ei sanota hyväksi eikä huonoksi.",
    Status.IMPROVED: "Viimeisin luku on lähtötilaa parempi.",
    Status.WORSENED: "Viimeisin luku on lähtötilaa huonompi.",
    Status.TARGET_AHEAD: "Lähtötila puuttuu, joten kerrotaan vain, ettei tavoite vielä täyty.",
    Status.MAINTAINED: "Tavoite on sama kuin lähtötila, eikä muutosta ole todettu.",
    Status.MISSED: "Tavoitteen määräaika on ohi, eikä tavoite täyty.",
    Status.MET: "Viimeisin luku täyttää tavoitteen.",
}
_OF_LEVEL = {
    Status.IMPROVED: "Taso on vertailukohtaa parempi, ja muutos on todettu: ",
    Status.WORSENED: "Taso on vertailukohtaa huonompi, ja muutos on todettu: ",
    Status.RISEN: "Taso nousi, ja muutos on todettu: ",
    Status.FALLEN: "Taso laski, ja muutos on todettu: ",
}
_ESTABLISHED = "uusin kuukausi kuuluu merkkiin, uusi taso on kirjattu tai lähtötila on rajojen ulkopuolella."


def rule_text(assessment: Assessment, settings: Settings) -> str:
    """Return the rule that gave the status, and after it the reason that the assessment itself gives."""
    text = _rule(assessment, settings)
    reason = assessment.reason
    if not reason or assessment.status is Status.STARTED:
        return text
    sentence = f"{reason[0].upper()}{reason[1:]}."
    return sentence if assessment.status is Status.UNKNOWN else f"{text} {sentence}"


def _rule(assessment: Assessment, settings: Settings) -> str:
    small = finnish.with_unit(finnish.number(100 * settings.hardly_any_change), "%")
    margin = finnish.with_unit(finnish.number(100 * settings.on_schedule_margin), "%-yksikköä")
    status, months, target = assessment.status, settings.locked_points, assessment.target
    texts = {
        Status.STALE: f"Viimeisin luku on vanhempi kuin päivitysväli × {finnish.number(settings.stale_intervals)}.",
        Status.STARTED: f"Kuukausia on alle {months}, joten muutosta ei vielä arvioida.",
        Status.HARDLY_CHANGED: f"Lähtötilasta on edetty tai etäännytty alle {small} matkasta tavoitteeseen.",
        Status.ON_SCHEDULE: f"Eteneminen jää aikataulusta enintään {margin}.",
        Status.BEHIND: f"Eteneminen jää aikataulusta enemmän kuin {margin}.",
        Status.PROGRESSED: f"Eteneminen on vähintään {small}, eikä tavoitteella ole määräaikaa.",
        Status.NO_CHANGE: "Muutosta ei ole todettu: uusin kuukausi ei kuulu merkkiin, uutta tasoa ei ole kirjattu, "
        "eikä lähtötila ole rajojen ulkopuolella.",
    }
    if status is Status.WORSENED and target and target.progress is not None:
        return f"Tavoitteesta on etäännytty: eteneminen on enintään −{small}."
    is_seasonal = assessment.change is not None and assessment.change.against is Reference.YEAR_BEFORE
    if assessment.level and status is Status.MET:
        count = 12 if is_seasonal else settings.run_length
        return f"Rajat lupaavat tavoitteen täyttyvän, tai {count} uusinta kuukautta täyttää sen."
    if is_seasonal and assessment.change and status is assessment.change.word:
        return "Uusinta kuukautta verrataan samaan kuukauteen vuotta aiemmin."
    if assessment.level and status in _OF_LEVEL:
        return _OF_LEVEL[status] + _ESTABLISHED
    return texts[status] if status in texts else _PLAIN[status]
