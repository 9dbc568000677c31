// The desk's keys, and writing into its box. Without this file it is a form.
(() => {
  "use strict";

  const box = document.getElementById("markdown");
  if (!box) {
    return;
  }
  const form = box.form;
  const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

  const press = (button) => {
    if (button) {
      button.click();
    }
  };
  const submit = (name) => press(form.querySelector(`button[value="${name}"]`));

  // With Alt some keyboards write another letter, so letters are known by their place.
  const letter = (event) => {
    const place = /^(?:Key([A-Z])|Digit([1-9]))$/.exec(event.code);
    return place && event.key !== "?" ? (place[1] ?? place[2]).toLowerCase() : event.key;
  };

  const target = (key) =>
    /^[1-9]$/.test(key)
      ? document.querySelector(`[data-insert="memory-${key}"]`)
      : document.querySelector(`[data-desk~="${CSS.escape(key)}"]`);

  const follow = (element) => {
    if (element.matches("input:not([type=checkbox])")) {
      element.focus();
      element.select();
    } else {
      element.click();
    }
  };

  // Keys that do something other than to press what names them; the other scripts add theirs.
  const keys = {
    Enter: () => submit("next"),
    s: () => submit("suggest"),
    p: () => submit("preview"),
    i: () => press(Array.from(document.querySelectorAll("#lacking li:not([hidden]) button"))[0]),
  };

  document.addEventListener("keydown", (event) => {
    const control = event.ctrlKey || event.metaKey;
    if (control && !event.altKey && !event.shiftKey && (event.key === "Enter" || event.code === "KeyS")) {
      event.preventDefault();
      submit("save");
      return;
    }
    if (!event.altKey || control) {
      return;
    }
    const key = letter(event);
    if (APPLE && event.target === box && key.startsWith("Arrow")) {
      return; // there it moves by words
    }
    const element = target(key);
    if (Object.hasOwn(keys, key) || element) {
      event.preventDefault();
      if (Object.hasOwn(keys, key)) {
        keys[key]();
      } else {
        follow(element);
      }
    }
  });
  globalThis.speil.keys["?"] = () => follow(target("?"));

  const changed = () => box.dispatchEvent(new Event("input", { bubbles: true }));

  const write = (text, instead = false) => {
    box.focus();
    if (instead || box.value.trim() === "") {
      box.select();
    }
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    changed();
  };
  for (const button of document.querySelectorAll("[data-insert]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => {
      write(document.getElementById(button.dataset.insert).textContent);
    });
  }

  // The original as a whole is offered to an empty box only.
  const whole = document.getElementById("whole");
  const source = document.querySelector(".source pre");
  if (whole) {
    box.addEventListener("input", () => {
      whole.hidden = box.value.trim() !== "";
    });
  }
  if (whole && source) {
    whole.addEventListener("click", (event) => {
      event.preventDefault();
      write(source.textContent, true);
    });
  }

  // A mark goes to the cursor; around what is selected, or around its own words, which are then.
  const insert = ({ before, words, after }) => {
    box.focus();
    const start = box.selectionStart;
    if (before.startsWith("#")) {
      box.setRangeText(before, 0, 0, "preserve");
    } else {
      const selected = box.value.slice(start, box.selectionEnd);
      const inner = words === "" ? "" : selected || words;
      box.setRangeText(before + inner + after, start, words === "" ? start : box.selectionEnd, "end");
      if (inner !== "" && inner !== selected) {
        box.setSelectionRange(start + before.length, start + before.length + inner.length);
      }
    }
    changed();
  };
  for (const item of document.querySelectorAll(".insertions li[data-before]")) {
    const button = item.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => {
      item.hidden = true; // the next press of the key inserts the next one
      insert(item.dataset);
    });
  }

  // A desk that has come without a page of its own has no focus yet.
  if (document.activeElement === document.body) {
    (document.getElementById("clash") ?? box).focus();
  }

  // The other scripts of the desk take these from here.
  globalThis.speil.desk = { box, form, keys, write };
})();
