"""Waiting for Streamlit as a person does: until the page has stopped working and moving."""

from playwright.sync_api import BrowserContext, Page

from tests.limits import HANG_SECONDS

QUIET_MS = 250  # longer than Streamlit's debouncing of sliders and typing (200 ms)

# A click or a key starts its run only when the server has heard of it, which takes a busy machine its time: whoever has
# asked the server waits at least for its first word.
_WATCH = """
window.WebSocket = class extends WebSocket {
  constructor(...where) {
    super(...where);
    this.addEventListener('message', () => { window.hasAsked = false; });
  }
  send(message) {
    window.hasAsked = true;
    super.send(message);
  }
};
"""

# Still: connected, answered, no script run, no placeholder or spinner, and nothing added to or taken from the page for
# a moment.
_STILL = """
([quiet, timeout]) => new Promise((resolve, reject) => {
  const start = performance.now();
  let since = start;
  const observer = new MutationObserver(() => { since = performance.now(); });
  observer.observe(document.documentElement, {subtree: true, childList: true, characterData: true});
  const state = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app) return 'no app';
    if (app.dataset.testConnectionState !== 'CONNECTED') return 'not connected';
    if (window.hasAsked) return 'waiting for the server';
    if (app.dataset.testScriptState !== 'notRunning') return `script ${app.dataset.testScriptState}`;
    if (app.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')) return 'loading';
    return '';
  };
  const timer = setInterval(() => {
    const now = performance.now();
    const busy = state();
    if (busy) since = now;
    const done = now - since >= quiet;
    if (!done && now - start < timeout) return;
    clearInterval(timer);
    observer.disconnect();
    const why = busy || 'the page keeps changing';
    done ? resolve() : reject(new Error(`not still after ${timeout} ms: ${why}`));
  }, 50);
})
"""


def watch(context: BrowserContext) -> None:
    """Let `settle` know in the pages of this context whether the server has answered; nothing may hang in them."""
    context.set_default_timeout(1000 * HANG_SECONDS)
    context.add_init_script(_WATCH)


def settle(page: Page) -> None:
    """Wait until the script run has ended and the page stands still; raise where it never does."""
    page.evaluate(_STILL, [QUIET_MS, 1000 * HANG_SECONDS])


def visit(page: Page, path: str = "/") -> None:
    """Open a page of the app by its path and query, and wait until it stands still."""
    page.goto(path)
    settle(page)
