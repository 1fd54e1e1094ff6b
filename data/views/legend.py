"""The thresholds and rules in words, from the very settings that the judgements use."""

from data import finnish
from data.analysis.xmr import RULE_SET
from data.settings import SETTINGS, Settings
from data.views.facts import Fact


def legend(settings: Settings = SETTINGS) -> tuple[Fact, ...]:
    """Each rule with its thresholds, in the order in which a reader meets them."""
    margin = finnish.number(100 * settings.on_schedule_margin)
    stale = finnish.number(settings.stale_intervals)
    rows = (
        (
            "Eteneminen",
            "Eteneminen on osuus matkasta lähtötilasta tavoitteeseen. Jos lähde kertoo vain muutoksen, lähtötilaa ja "
            "nykyarvoa ei päätellä siitä.",
        ),
        (
            "Aikataulussa",
            f"Eteneminen jää enintään {margin} %-yksikköä siitä, mitä aikataulu edellyttää. Ilman tavoitteen "
            "määräaikaa aikataulua ei arvioida. Alle kymmenesosan muutos matkasta on ”ei juuri muutosta”.",
        ),
        (
            "Kuukausisarja",
            f"Kun kuukausia on vähintään {settings.locked_points}, arvioidaan tasoa eikä viimeisintä pistettä. Muutos "
            "todetaan, kun uusin piste kuuluu merkkiin, uusi taso on kirjattu tai lähtötila on rajojen ulkopuolella. "
            f"Tavoite on saavutettu, kun rajat sen lupaavat tai {settings.run_length} uusinta kuukautta täyttää sen.",
        ),
        (
            "Vanhentunut",
            f"Viimeisin tieto on vanhempi kuin mittarin päivitysväli × {stale}. Päättyneen hankkeen tiedot arvioidaan "
            "raportin päättymispäivän mukaan, ei tämän päivän.",
        ),
        (
            "Havaintojen määrä",
            "Yksi havainto näytetään lukuna. Lähtötilasta ja yhdestä seurannasta kerrotaan ero. Alle "
            f"{settings.run_chart_points} havainnosta ei arvioida suuntaa. {settings.run_chart_points} kuukaudesta "
            f"alkaen rajat ovat alustavat, {settings.locked_points} kuukaudesta alkaen lopulliset.",
        ),
        (
            "Satunnaisvaihtelu",
            f"Luottamusväli on 95 % (z = {finnish.number(settings.z)}): osuuksille Wilson ja Newcombe, lukumäärille "
            "suhteen väli. Jos väliin mahtuu muuttumaton tilanne, ero voi olla satunnaisvaihtelua.",
        ),
        (
            "Ohjauskortti",
            f"Säännöstö: {RULE_SET}. Rajat: keskiarvo ± {finnish.number(settings.limit_factor)} × liukuvan vaihtelun "
            f"keskiarvo, tason kaikista pisteistä; yli {finnish.number(settings.moving_range_limit)}-kertainen "
            "vaihtelu jätetään laskusta. Kun uusimmat pisteet ovat samalla puolella, rajat ovat niitä edeltävät. "
            f"Merkit: piste rajojen ulkopuolella; 2 pistettä 3:sta rajan lähellä; {settings.run_length} peräkkäin "
            f"samalla puolella; {settings.trend_length} pistettä samaan suuntaan.",
        ),
        (
            "Pienet luvut",
            f"Lukumäärä 1–{settings.small_count - 1} peitetään ja sen mukana luvut, joista sen voisi päätellä. "
            "Alueiden raporteissa jo julkaistuja lukuja ei peitetä.",
        ),
        (
            "Vertailukelpoisuus",
            "Alueet ovat samalla asteikolla vain, kun mittari, yksikkö, nimittäjä, kohdejoukko ja jakson pituus ovat "
            "samat. Osuuksien ero kerrotaan %-yksikköinä.",
        ),
        (
            "Puutteellinen mittarikortti",
            "Kun määritelmä, yksikkö, suunnan perustelu, tietolähde, päivitysväli tai käytön rajoitteet puuttuvat, "
            "mittaria ei luonnehdita hyväksi tai huonoksi.",
        ),
    )
    return tuple(Fact(label=label, text=text) for label, text in rows)
