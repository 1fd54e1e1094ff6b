"""Page frame: configuration, language and navigation. Pages are in pages/, the file name is the Finnish URL."""

import streamlit as st

from components import links
from components.frame import framed
from components.state import is_bare, show_address, workspace
from components.versions import warn_of_unknown_version

st.set_page_config(page_title="Seuranta", page_icon="components/icon.svg", layout="wide")

# Screen readers pronounce the page by its language; Streamlit's own page says English. A constant, no data in it.
st.html("<script>document.documentElement.lang = 'fi'</script>", unsafe_allow_javascript=True)

# No theme setting gives the chosen segment's text contrast on the dark ground: there it takes the colour of the text.
st.html('<style>[data-testid="stButtonGroup"] button { color: inherit !important }</style>')

# Nor does a setting let the title of a link wrap: on a phone its end would be cut off.
st.html('<style>[data-testid="stPageLink-NavLink"] :is(span, div, p) { white-space: normal }</style>')

page = st.navigation(
    [
        st.Page(
            links.FRONT_PAGE,
            title="Yleiskuva",
            icon=":material/grid_view:",
            default=True,
            help="Hyötytavoitteet ja alueet yhdellä silmäyksellä: mitä tietoa on ja mitä puuttuu.",
        ),
        st.Page(
            links.GOALS_PAGE,
            title="Hyötytavoitteet",
            icon=":material/flag:",
            help="Yhden hyötytavoitteen mittarit valituilta alueilta, lähtötilaan ja tavoitteeseen verrattuna.",
        ),
        st.Page(
            links.INDICATOR_PAGE,
            title="Mittari",
            icon=":material/insights:",
            help="Yksi mittari: kaavio, ryhmät, kaikki havainnot lähteineen, mittarikortti ja korjaushistoria.",
        ),
        st.Page(
            links.COMPARISON_PAGE,
            title="Vertailu",
            icon=":material/compare_arrows:",
            help="Alueet rinnakkain. Samalla asteikolla vain, kun luvut ovat vertailukelpoisia.",
        ),
        st.Page(
            links.PROCESS_GOALS_PAGE,
            title="Prosessitavoitteet",
            icon=":material/route:",
            help="Prosessitavoitteiden tila alueittain, yhden tavoitteen kulku ja mihin työ jatkuu hankkeen jälkeen.",
        ),
        st.Page(
            links.UPLOAD_PAGE,
            title="Lataus",
            icon=":material/upload_file:",
            help="Tarkista taulukko, esikatsele muutokset ja julkaise ne. Julkaisun voi kumota.",
        ),
        st.Page(
            links.MEETING_PAGE,
            title="Ohjausryhmä",
            icon=":material/co_present:",
            help="Kokoa kokouksen esitys, esitä se, ota se mukaan tai avaa se sellaisena kuin se oli.",
        ),
        st.Page(
            links.DATA_PAGE,
            title="Tiedot",
            icon=":material/database:",
            help="Lähteet ja jokainen havainto raportin riville asti.",
        ),
    ],
    position="top",
)
framed(page)
if not (page.url_path == "ohjausryhma" and is_bare()):  # what is presented or printed tells this by itself
    warn_of_unknown_version()
workspace()  # takes what only leads somewhere out of the address, like `versio=nykyinen`: that is no step of its own
show_address()
page.run()
