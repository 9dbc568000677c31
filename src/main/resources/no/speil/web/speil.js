// Keys for people who read with their hands on the keyboard. Every page works without this file.
(() => {
  "use strict";

  const rows = () => Array.from(document.querySelectorAll(".row"));
  let at = -1;

  const current = () => {
    const all = rows();
    if (at >= 0 && at < all.length) {
      return at;
    }
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    return target ? all.indexOf(target) : -1;
  };

  const go = (step) => {
    const all = rows();
    if (all.length === 0) {
      return;
    }
    const before = at < 0 ? current() : at;
    at = Math.min(all.length - 1, Math.max(0, before + step));
    for (const row of all) {
      row.classList.remove("here");
    }
    const row = all[at];
    row.classList.add("here");
    row.querySelector("summary").focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  };

  const open = () => {
    const row = rows()[current()];
    const note = row ? row.querySelector("details.note") : null;
    if (note) {
      note.open = !note.open;
    }
  };

  const nextView = () => {
    const views = Array.from(document.querySelectorAll(".views a"));
    const chosen = views.findIndex((view) => view.hasAttribute("aria-current"));
    if (chosen < 0) {
      return;
    }
    const row = rows()[current()];
    const next = new URL(views[(chosen + 1) % views.length].href);
    next.hash = row ? row.id : "";
    location.assign(next);
  };

  const search = () => {
    const box = document.getElementById("q");
    if (box) {
      box.focus();
      box.select();
    }
  };

  // People who speak to their computer must be able to turn single keys off (WCAG 2.1.4).
  const off = () => localStorage.getItem("speil-keys") === "off";
  const keySwitch = document.getElementById("keyswitch");
  if (keySwitch) {
    const name = () => {
      keySwitch.textContent = off() ? keySwitch.dataset.on : keySwitch.dataset.off;
    };
    keySwitch.hidden = false;
    name();
    keySwitch.addEventListener("click", () => {
      localStorage.setItem("speil-keys", off() ? "on" : "off");
      name();
    });
  }

  const keys = { j: () => go(1), k: () => go(-1), o: open, v: nextView, "/": search };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || off() || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) {
      return;
    }
    event.preventDefault();
    keys[event.key]();
  });

  // Text typed and not saved is asked about before it is left.
  const box = document.getElementById("markdown");
  if (box) {
    const begun = box.value;
    let saving = false;
    box.form.addEventListener("submit", () => {
      saving = true;
    });
    window.addEventListener("beforeunload", (event) => {
      if (!saving && box.value !== begun) {
        event.preventDefault();
      }
    });
  }
})();
