"""Waiting for Streamlit as a person does: until the page has stopped working and moving."""

from playwright.sync_api import Page

QUIET_MS = 250  # longer than Streamlit's debouncing of sliders and typing (200 ms)

# Still: connected, no script run, no placeholder or spinner, and nothing added to or taken from the page
# for a moment. A click starts its run a little later: a look at the state right after it is too early.
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


def settle(page: Page, timeout: float = 30) -> None:
    """Wait until the script run has ended and the page stands still; raise after `timeout` seconds."""
    page.evaluate(_STILL, [QUIET_MS, timeout * 1000])


def visit(page: Page, path: str = "/", timeout: float = 30) -> None:
    """Open a page of the app by its path and query, and wait until it stands still."""
    page.goto(path)
    settle(page, timeout)
