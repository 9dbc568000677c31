// Working in the queue without leaving it: where the server does not answer, the page says so and
// one stays at the row. Without this file its buttons are those of plain forms.
(() => {
  "use strict";

  const queue = document.querySelector(".queue");
  if (!queue) {
    return;
  }
  const { navigate, replacePage, tell } = globalThis.speil;
  const TIMEOUT_MS = 30_000;
  const AWAY = [429, 503];
  let sending = false;

  const take = async (answer, next) => {
    if (answer.redirected) {
      const to = new URL(answer.url); // may have more than the form's: the report just settled
      to.hash = new URL(next, location.href).hash;
      navigate(to.href);
      return;
    }
    const page = await answer.text();
    const shown = new DOMParser().parseFromString(page, "text/html");
    const failed = answer.status >= 500 && !AWAY.includes(answer.status); // may be done all the same
    if (failed || shown.querySelector("main form")) {
      replacePage(page); // it says what to decide, or what may have been done
      return;
    }
    const why = shown.querySelector("main h1")?.textContent ?? `HTTP ${answer.status}`;
    if (AWAY.includes(answer.status)) {
      tell(`${queue.dataset.away} (${why})`);
    } else {
      tell(queue.dataset.refused.replace("{0}", () => why));
    }
  };

  const send = async (form, button) => {
    sending = true;
    const fields = new URLSearchParams(new FormData(form, button));
    try {
      await take(
        await fetch(form.action, {
          method: "POST",
          headers: { Accept: "text/html" },
          body: fields,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        }),
        fields.get("next"),
      );
    } catch {
      tell(queue.dataset.unanswered);
    } finally {
      sending = false;
    }
  };

  queue.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || !form.elements.namedItem("next")?.value) {
      return;
    }
    event.preventDefault();
    if (!sending) {
      send(form, event.submitter);
    }
  });

  // Loaded again at another row: a browser goes there of itself only where the page is another.
  if (location.hash && document.activeElement === document.body) {
    document.getElementById(location.hash.slice(1))?.focus(); // a row's id is plain ASCII
  }
})();
