// Saving without leaving the page: where the server does not answer, the page says so and the text
// stays in its box, and so it does where one has been signed out. Without this file the page is a
// plain form, which SignInPage keeps while one signs in.
(() => {
  "use strict";

  const { editing } = globalThis.speil;
  if (!editing) {
    return;
  }
  const PAUSES = [2, 4, 8, 15, 30, 60, 60]; // seconds between attempts that nobody asks for
  const TIMEOUT_MS = 30_000;
  const AWAY = [408, 429, 500, 502, 503, 504, 507];

  editing.parts.push((visit) => {
    const { box, form, signal } = visit;
    const { drafts } = editing;
    const notice = document.getElementById("unsaved");
    const again = document.getElementById("again");
    let wanted = null; // the button of the attempt that failed
    let failures = 0;
    let timer = 0;

    const say = (words) => {
      box.readOnly = false;
      again.hidden = false;
      if (notice.textContent !== words) {
        notice.textContent = words; // a live region: said once
      }
      notice.parentElement.scrollIntoView({ block: "nearest" });
    };

    const away = (why) => {
      const pause = PAUSES[failures];
      failures += 1;
      const words = pause ? notice.dataset.away : notice.dataset.given;
      say(why ? `${words} (${why})` : words);
      if (pause && !signal.aborted) {
        timer = setTimeout(() => send(wanted), pause * 1000);
      }
    };

    const take = async (answer) => {
      if ((answer.headers.get("Content-Type") ?? "").startsWith("application/json")) {
        const { next, version } = await answer.json();
        const isOther = drafts.settle(box, version);
        box.readOnly = false;
        editing.onward(visit, wanted.value, next, isOther);
        return;
      }
      if (answer.status === 401) {
        say(notice.dataset.out);
        const signIn = document.createElement("a");
        signIn.href = `${document.documentElement.dataset.root}sign-in`;
        signIn.target = "_blank";
        signIn.textContent = notice.dataset.signin;
        notice.append(" ", signIn);
        notice.parentElement.scrollIntoView({ block: "nearest" });
        return;
      }
      const page = await answer.text();
      const shown = new DOMParser().parseFromString(page, "text/html");
      if (shown.querySelector(`#editing[data-section="${form.dataset.section}"]`)) {
        box.readOnly = false;
        if (!signal.aborted) {
          editing.show(visit.row, shown, "answer"); // somebody else's text, or a question
        }
        return;
      }
      const why = shown.querySelector("main h1")?.textContent ?? `HTTP ${answer.status}`;
      if (AWAY.includes(answer.status)) {
        away(why);
      } else {
        say(notice.dataset.refused.replace("{0}", () => why));
      }
    };

    const send = async (button) => {
      if (box.readOnly) {
        return; // it is being sent
      }
      clearTimeout(timer);
      wanted = button;
      drafts.keep(box);
      const fields = new URLSearchParams(new FormData(form));
      fields.set("markdown", box.value);
      fields.set(button.name, button.value);
      box.readOnly = true;
      try {
        await take(
          await fetch(`${form.action}?part=1`, {
            method: "POST",
            headers: { Accept: "application/json, text/html" },
            body: fields,
            signal: AbortSignal.timeout(TIMEOUT_MS),
          }),
        );
      } catch {
        away();
      }
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      failures = 0;
      send(event.submitter ?? form.querySelector("button[value=save]"));
    });
    again.addEventListener("click", () => {
      failures = 0;
      box.focus(); // the button goes when it has done its work
      send(wanted);
    });
    window.addEventListener(
      "online",
      () => {
        if (timer) {
          send(wanted);
        }
      },
      { signal },
    );

    // Nothing is saved behind the back of somebody who writes on, or has gone on.
    const wait = () => {
      clearTimeout(timer);
      timer = 0;
    };
    signal.addEventListener("abort", wait);
    box.addEventListener(
      "input",
      () => {
        if (notice.textContent !== "") {
          wait();
          say(notice.dataset.waiting);
        }
      },
      { signal },
    );
  });

  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload(); // gone back to: its box is shut, and its text may be an older one
    }
  });
})();
