// The page where a text is translated: its keys, and writing into a box. Without this file each
// section is a form on a page of its own.
(() => {
  "use strict";

  if (!document.getElementById("rows")) {
    return;
  }
  const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);

  // What the scripts of this page share. A visit is the time that one is in a box with its help
  // beside it; each of the parts is called when one begins.
  const editing = { visit: null, parts: [], keys: {} };
  globalThis.speil.editing = editing;

  const press = (button) => {
    if (button) {
      button.click();
    }
  };

  // With Alt some keyboards write another letter, so letters are known by their place.
  const letter = (event) => {
    const place = /^(?:Key([A-Z])|Digit([1-9]))$/.exec(event.code);
    return place && event.key !== "?" ? (place[1] ?? place[2]).toLowerCase() : event.key;
  };

  // Keys that wait for the help where it is not here yet, which may have what they name.
  const WAITS = /^(?:[a-z1-9]|Arrow(?:Up|Down)|Page(?:Up|Down))$/;

  const target = (key) =>
    /^[1-9]$/.test(key)
      ? document.querySelector(`[data-insert="memory-${key}"]`)
      : document.querySelector(`[data-alt-key~="${CSS.escape(key)}"]`);

  const follow = (element) => {
    const open = element?.matches("summary") ? element.closest("details[open]") : null;
    const written = open?.querySelector("textarea, input:not([type=hidden])");
    if (written) {
      globalThis.speil.reveal(written);
      written.focus(); // it is not folded again
    } else if (element?.matches("input:not([type=checkbox])")) {
      globalThis.speil.reveal(element);
      element.focus();
      element.select();
    } else {
      press(element);
    }
  };

  // Saves the text, or sends what one is writing beside it, as a comment is.
  const send = (name) => {
    const field = document.activeElement;
    const isBeside = field.matches("textarea, input") && field.form && field.form.id !== "editing";
    if (isBeside) {
      field.form.requestSubmit();
    } else {
      editing.submit(name);
    }
  };

  // Keys that do something other than to press what names them; the other scripts add theirs.
  const { keys } = editing;
  Object.assign(keys, {
    Enter: () => send("next"),
    s: () => editing.submit("suggest"),
    p: () => editing.submit("preview"),
    i: () => editing.later(() => press(document.querySelector("#lacking li:not([hidden]) button"))),
  });

  document.addEventListener("keydown", (event) => {
    const box = document.getElementById("markdown");
    const isDialog = document.querySelector("dialog[open]") !== null;
    if (event.key === "Escape" && event.target !== box && !event.defaultPrevented && !isDialog) {
      event.preventDefault(); // a search field would be emptied
      document.getElementById("help").classList.remove("open");
      box.focus();
    }
    const control = event.ctrlKey || event.metaKey;
    if (control && !event.altKey && !event.shiftKey && (event.key === "Enter" || event.code === "KeyS")) {
      event.preventDefault();
      send("save");
      return;
    }
    if (!event.altKey || control) {
      return;
    }
    const key = letter(event);
    if (APPLE && event.target.matches(".box") && key.startsWith("Arrow")) {
      return; // there it moves by words
    }
    if (Object.hasOwn(keys, key)) {
      event.preventDefault();
      keys[key]();
    } else if (target(key) || (!editing.visit && WAITS.test(key))) {
      event.preventDefault();
      editing.later(() => follow(target(key)));
    }
  });

  // As typing does, so that it can be undone, and not while the text is being sent.
  const replace = (box, text, start, end) => {
    if (box.readOnly) {
      return;
    }
    if (box.hidden) {
      box.setRangeText(text, start, end, "end"); // its cells follow
      box.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    box.focus();
    box.setSelectionRange(start, end);
    const undoable = document.execCommand(text === "" ? "delete" : "insertText", false, text);
    if (!undoable && text !== box.value.slice(start, end)) {
      box.setRangeText(text, start, end, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  editing.replace = replace;
  editing.write = (box, text) => replace(box, text, 0, box.value.length);

  // A text translated before takes the place of what is selected, else of the whole, and brings
  // no marks of another kind of block: those of this one are put there when it is saved. A sentence
  // goes to the cursor, and never into a word.
  const KIND = /^(?:#+ |[-*+] (?:\[[ xX]\] )?|\d+[.)] |> |\[\^[^\]]*\]: )/;
  const kind = (text) => KIND.exec(text)?.[0] ?? "";

  // A mark goes to the cursor; around what is selected, or around its own words, which are then.
  const insert = (box, { before, words, after }) => {
    const { selectionStart: start, selectionEnd: end } = box;
    if (before.startsWith("#")) {
      replace(box, before, 0, 0);
      box.setSelectionRange(start + before.length, end + before.length);
      return;
    }
    const selected = box.value.slice(start, end);
    const inner = words === "" ? "" : selected || words;
    replace(box, before + inner + after, start, words === "" ? start : end);
    if (inner !== "" && inner !== selected) {
      box.setSelectionRange(start + before.length, start + before.length + inner.length);
    }
  };

  // The buttons of a part of the help that put a text into the box.
  editing.offer = ({ box, panel }, part) => {
    const source = panel.querySelector(".source pre");
    for (const button of part.querySelectorAll("[data-insert]")) {
      button.parentElement.hidden = false;
      button.addEventListener("click", (event) => {
        event.preventDefault();
        const text = document.getElementById(button.dataset.insert).textContent;
        const words = kind(text) === kind(source?.textContent ?? "") ? text : text.slice(kind(text).length);
        const field = text.includes("\n") ? box : editing.field(box); // a whole table is of no cell
        const isPart = field.selectionStart < field.selectionEnd;
        button.closest(".clash")?.remove(); // the question is answered
        if (button.dataset.sentence !== undefined) {
          const rest = field.value.slice(field.selectionEnd);
          const start = isPart ? field.selectionStart : field.selectionEnd + /^\S*/.exec(rest)[0].length;
          const space = !isPart && /\S$/.test(field.value.slice(0, start)) ? " " : "";
          replace(field, space + words, start, isPart ? field.selectionEnd : start);
          return;
        }
        replace(field, words, isPart ? field.selectionStart : 0, isPart ? field.selectionEnd : field.value.length);
      });
    }
  };

  editing.parts.push(({ row, box, panel, signal }) => {
    const source = panel.querySelector(".source pre");
    editing.offer({ box, panel }, panel);

    // A reviewer approves what is there, or with changes.
    const approve = panel.querySelector("[data-same]");
    if (approve) {
      const name = () => {
        approve.textContent = editing.drafts.isTyped(box) ? approve.dataset.other : approve.dataset.same;
      };
      box.addEventListener("input", name, { signal });
      name();
    }

    // The original as a whole is offered to an empty box only, and that of a cell to an empty cell.
    const whole = document.getElementById("whole");
    if (whole) {
      const offer = () => {
        whole.hidden = editing.field(box).value.trim() !== "";
      };
      row.addEventListener("input", offer, { signal });
      row.addEventListener("focusin", offer, { signal });
      offer();
    }
    if (whole && source) {
      whole.addEventListener("click", (event) => {
        event.preventDefault();
        const field = editing.field(box);
        editing.write(field, field.dataset.markdown ?? source.textContent);
      });
    }
    for (const item of panel.querySelectorAll(".insertions li[data-before]")) {
      const button = item.querySelector("button");
      button.hidden = false;
      button.addEventListener("click", () => {
        item.hidden = true; // the next press of the key inserts the next one
        insert(editing.field(box), item.dataset);
      });
    }
  });
})();
