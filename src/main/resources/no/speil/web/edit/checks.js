// The checks and the preview of the text that is written, while one types.
(() => {
  "use strict";

  const { editing } = globalThis.speil;
  if (!editing) {
    return;
  }
  const PAUSE = 600;
  const AWAY = [502, 503, 504];

  const item = (check) => {
    const line = document.createElement("li");
    line.dataset.kind = check.kind;
    line.textContent = check.message;
    return line;
  };

  const remark = (words) => {
    const line = document.createElement("li");
    line.className = "none";
    line.textContent = words;
    return line;
  };

  const TAGS = { insert: "ins", delete: "del", equal: "span" };
  const part = ({ op, text }) => {
    const element = document.createElement(TAGS[op]);
    element.textContent = text;
    return element;
  };

  editing.parts.push(({ box, form, signal }) => {
    const list = document.getElementById("checks");
    const preview = document.getElementById("previewed");
    const savedAs = document.getElementById("saved-as");
    const summary = document.getElementById("checked");
    const agrees = document.getElementById("agrees");
    const lacking = document.getElementById("lacking");
    const mine = document.getElementById("mine");
    let asking = null;
    let timer = 0;

    const show = (answer, text) => {
      const { none, empty } = list.dataset;
      const lines = answer.checks.length > 0 ? answer.checks.map(item) : [remark(text.trim() === "" ? empty : none)];
      if (lines.map((line) => line.textContent).join() !== Array.from(list.children, (line) => line.textContent).join()) {
        list.replaceChildren(...lines); // a live region: only what is new is said
      }
      savedAs.textContent = answer.savedAs;
      savedAs.hidden = answer.savedAs === "";
      preview.querySelector(".preview").innerHTML = answer.preview; // the server has sanitised it
      summary.textContent = answer.summary;
      agrees.textContent = answer.agreement;
      agrees.hidden = answer.agreement === "";
      if (text === box.value) { // else what has just been inserted would be offered again
        showInsertions(answer.insertions);
      }
      if (mine) {
        mine.querySelector(".diff").replaceChildren(...answer.changes.map(part));
        mine.querySelector(".hint span").textContent = answer.credit;
        mine.hidden = answer.changes.length === 0;
      }
      for (const word of answer.words) {
        const row = document.querySelector(`#words [data-word="${CSS.escape(word.norwegian)}"] .missing`);
        if (row) {
          row.hidden = !word.missing || box.value.trim() === "";
          row.parentElement.querySelector(".used").hidden = !word.used;
        }
      }
    };

    // Only what is missing is offered.
    const showInsertions = (insertions) => {
      const items = Array.from(lacking.querySelectorAll("li[data-before]"));
      insertions.forEach((each, at) => {
        if (items[at]) {
          items[at].hidden = !each.missing;
        }
      });
      lacking.hidden = false;
    };

    // What was said is of an older text.
    const fail = (words) => {
      list.replaceChildren(remark(words));
      summary.textContent = list.dataset.title;
      agrees.hidden = true;
    };

    const check = async () => {
      asking?.abort();
      asking = new AbortController();
      const text = box.value;
      try {
        const answer = await fetch(form.dataset.checks, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ markdown: text }),
          signal: asking.signal,
        });
        if (answer.ok) {
          show(await answer.json(), text);
        } else if (AWAY.includes(answer.status)) {
          fail(list.dataset.away);
        } else {
          fail(answer.status === 401 ? list.dataset.out : list.dataset.failed);
        }
      } catch (failure) {
        if (failure.name !== "AbortError") {
          fail(list.dataset.away);
        }
      }
    };

    box.addEventListener(
      "input",
      () => {
        clearTimeout(timer);
        timer = setTimeout(check, PAUSE);
      },
      { signal },
    );
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      asking?.abort();
    });
    if (editing.drafts.isTyped(box)) {
      check(); // a draft is back in its box
    }

    mine?.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      editing.write(box, mine.dataset.saved);
    });

    // The preview follows the typing while it is open.
    const toggle = form.querySelector("button[value=preview]");
    const open = (isOpen) => {
      preview.hidden = !isOpen;
      toggle.setAttribute("aria-expanded", String(isOpen));
    };
    open(!preview.hidden);
    toggle.setAttribute("aria-controls", preview.id);
    toggle.addEventListener("click", (event) => {
      event.preventDefault();
      open(preview.hidden);
      if (!preview.hidden) {
        check();
      }
    });
  });
})();
