// The desk: keys, checks while one types, and nothing typed is lost. Without this file it is a form.
(() => {
  "use strict";

  const PAUSE = 600;
  const box = document.getElementById("markdown");
  if (!box) {
    return;
  }
  const form = box.form;

  // Keys
  const named = (event) => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyI") {
      return "insert";
    }
    if (event.key !== "Enter") {
      return "";
    }
    const control = event.ctrlKey || event.metaKey;
    return control ? (event.shiftKey ? "next" : "save") : event.altKey ? "mark" : "";
  };
  box.addEventListener("keydown", (event) => {
    const name = named(event);
    const button = name ? form.querySelector(`button[value="${name}"]`) : null;
    if (name) {
      event.preventDefault();
    }
    if (button) {
      button.click();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const number = /^Digit([1-9])$/.exec(event.code);
    const target = number
      ? document.querySelector(`[data-insert="memory-${number[1]}"]`)
      : document.querySelector(`[data-desk="${event.key}"]`);
    if (target) {
      event.preventDefault();
      target.click();
    }
  });

  const write = (text) => {
    box.focus();
    if (box.value.trim() === "") {
      box.select();
    }
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const button of document.querySelectorAll("[data-insert]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      write(document.getElementById(button.dataset.insert).textContent);
    });
  }

  // What is typed is kept in this browser until the server has it: of each visit the last text.
  const MOST = 5;
  const key = `speil-kept/${form.dataset.section}`;
  const version = form.elements.version.value;
  const saved = form.dataset.unsaved === "true" ? null : box.value;
  const notice = document.getElementById("kept");
  const said = notice.querySelector(".said");
  let own = Date.now();
  let saving = false;

  const kept = () => {
    try {
      const all = JSON.parse(localStorage.getItem(key) || "[]");
      return Array.isArray(all) ? all.filter((each) => typeof each.text === "string") : [];
    } catch (failure) {
      return []; // forbidden here, or written by something else
    }
  };

  const put = (drafts) => {
    try {
      if (drafts.length > 0) {
        localStorage.setItem(key, JSON.stringify(drafts.slice(-MOST)));
      } else {
        localStorage.removeItem(key);
      }
    } catch (failure) {
      said.textContent = notice.dataset.full; // no room, or forbidden here
      notice.querySelector("pre").hidden = true;
      notice.querySelector(".buttons").hidden = true;
      notice.hidden = false;
    }
  };

  const others = () => kept().filter((each) => each.visit !== own);

  const keep = () => {
    const mine = { visit: own, version, text: box.value, at: Date.now() };
    put(box.value === saved ? others() : [...others(), mine]);
  };

  const offer = () => {
    const draft = others().pop();
    notice.hidden = !draft;
    if (!draft) {
      return;
    }
    const at = new Date(draft.at).toLocaleString(document.documentElement.lang, {
      dateStyle: "long",
      timeStyle: "short",
    });
    const older = draft.version === version ? "" : ` ${notice.dataset.older}`;
    said.textContent = notice.dataset.from.replace("{0}", at) + older;
    notice.querySelector("pre").textContent = draft.text;
  };

  for (const button of notice.querySelectorAll("[data-kept]")) {
    button.addEventListener("click", () => {
      const draft = others().pop();
      put(kept().filter((each) => !draft || each.visit !== draft.visit));
      if (draft && button.dataset.kept === "use") {
        box.value = "";
        write(draft.text);
      }
      box.focus();
      offer();
    });
  }

  // The text of the box itself is nothing to offer: it is saved, or it goes on from page to page.
  const same = kept().find((each) => each.text === box.value);
  if (same && saved === null) {
    own = same.visit;
  } else if (same) {
    put(kept().filter((each) => each.text !== box.value));
  }
  if (kept().length > 0) {
    offer();
  }

  form.addEventListener("submit", () => {
    keep();
    saving = true;
  });
  window.addEventListener("pagehide", () => {
    if (box.value !== saved) {
      keep();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (!saving && box.value !== saved) {
      event.preventDefault();
    }
  });

  // Checks and preview
  const list = document.getElementById("checks");
  const preview = document.getElementById("previewed");
  const words = document.getElementById("words");
  let asking = null;
  let timer = 0;

  const item = (check) => {
    const line = document.createElement("li");
    line.dataset.kind = check.kind;
    line.textContent = check.message;
    return line;
  };

  const show = (answer) => {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = list.dataset.none;
    const lines = answer.checks.length > 0 ? answer.checks.map(item) : [none];
    if (lines.map((line) => line.textContent).join() !== Array.from(list.children, (line) => line.textContent).join()) {
      list.replaceChildren(...lines); // a live region: only what is new is said
    }
    preview.querySelector(".preview").innerHTML = answer.preview; // the server has sanitised it
    preview.hidden = answer.preview === "";
    for (const word of answer.words) {
      const row = words ? words.querySelector(`[data-word="${CSS.escape(word.norwegian)}"] .missing`) : null;
      if (row) {
        row.hidden = !word.missing || box.value.trim() === "";
      }
    }
  };

  const check = async () => {
    if (asking) {
      asking.abort();
    }
    asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.checks, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ markdown: box.value }),
        signal: asking.signal,
      });
      if (answer.ok) {
        show(await answer.json());
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        list.replaceChildren(); // the server does not answer; what was said is of an older text
      }
    }
  };

  box.addEventListener("input", () => {
    keep();
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });
})();
