"use strict";
// Decisions live in the marked notes themselves; everything that is counted or numbered is made anew from them.
(() => {
  const said = document.body.dataset;
  const store = "skplint-putusan-" + said.state; // another state when the page was made: nothing is taken over
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const notes = all(".note");
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const accepted = (some) => some.filter((note) => note.classList.contains("accepted"));
  const numbers = (some) => some.map((note) => note.dataset.number).join(", ");

  function decide(key, yes) {
    for (const note of notes) {
      if (note.dataset.key !== key) continue;
      note.classList.remove("open");
      note.classList.toggle("accepted", yes);
      note.classList.toggle("rejected", !yes);
      for (const radio of all("input", note)) radio.checked = (radio.value === "yes") === yes;
    }
  }

  function decisions() {
    const made = notes.filter((note) => !note.classList.contains("open"));
    const pairs = made.map((note) => [note.dataset.key, note.classList.contains("accepted")]);
    return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  }

  function found(cell, some) {
    const lines = said.severities.split(" ").map((one) => [one, some.filter((note) => note.dataset.severity === one)]);
    const told = lines.filter(([, of]) => of.length).map(([one, of]) => said[one] + " " + numbers(of));
    cell.replaceChildren(...(told.length ? told : [said.noNotes]).flatMap((line) => {
      const span = document.createElement("span");
      span.textContent = line;
      return [span, "\n"];
    }));
  }

  function refreshSheet(sheet) {
    const own = all(".note", sheet);
    const printed = accepted(own);
    for (const note of own) note.dataset.number = "";
    printed.forEach((note, at) => { note.dataset.number = `(${at + 1})`; });
    for (const note of own) note.querySelector(".number").textContent = note.dataset.number;
    for (const cell of all(".review", sheet)) {
      const row = cell.parentElement;
      const about = row.dataset.aspect;
      found(cell, about ? printed.filter((note) => note.dataset.aspect === about) : accepted(all(".note", row)));
    }
    ground(sheet, printed);
    for (const part of all(".grounds-part", sheet)) part.hidden = !printed.length;
    stand(sheet, own, printed);
  }

  function ground(sheet, printed) {
    const first = (row) => printed.findIndex((note) => note.dataset.ground === row.dataset.ground);
    for (const row of all("tr[data-ground]", sheet).sort((a, b) => first(a) - first(b))) {
      const based = printed.filter((note) => note.dataset.ground === row.dataset.ground);
      row.hidden = !based.length;
      row.querySelector(".based").textContent = numbers(based);
      row.parentElement.append(row);
    }
  }

  function stand(sheet, own, printed) {
    const tell = (name, text) => {
      const line = sheet.querySelector(`[data-told=${name}]`);
      line.hidden = !text;
      line.textContent = text;
    };
    const statements = Number(sheet.dataset.statements);
    const asked = new Set(printed.map((note) => note.dataset.statement).filter((one) => one !== "-1"));
    const clean = statements - asked.size;
    const mandatory = printed.filter((note) => note.dataset.mandatory);
    const open = own.filter((note) => note.classList.contains("open")).length;
    tell("headline", statements ? fill(said.headline, { clean, statements }) : "");
    tell("infos", statements && printed.some((note) => note.dataset.severity === "info") ? said.infos : "");
    tell("mandatory", mandatory.length ? fill(said.mandatory, { count: mandatory.length, numbers: numbers(mandatory) }) : said.noneMandatory);
    tell("open", open ? fill(said.open, { count: open }) : "");
  }

  function refresh() {
    all(".sheet[data-statements]").forEach(refreshSheet);
    const count = (name) => notes.filter((note) => note.classList.contains(name)).length;
    const counts = { all: notes.length, accepted: count("accepted"), rejected: count("rejected"), open: count("open") };
    document.querySelector(".bar [role=status]").textContent = fill(said.counts, counts);
    try {
      sessionStorage.setItem(store, JSON.stringify(decisions()));
    } catch { /* a browser may forbid it; then decisions live as long as the page */ }
  }

  function restore() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(store) || "{}");
      for (const [key, yes] of Object.entries(kept)) decide(key, yes === true);
    } catch { /* as above */ }
    for (const note of notes) { // what a browser filled in by itself is no decision
      for (const radio of all("input", note)) radio.checked = note.classList.contains(radio.value === "yes" ? "accepted" : "rejected");
    }
  }

  function save() {
    const told = JSON.stringify({ version: 1, tool: "skplint", decisions: decisions() }, null, 2) + "\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([told], { type: "application/json" }));
    link.download = "putusan-reviu.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  function sign(name, value) {
    for (const place of all(`[data-signed=${name}]`)) place.textContent = value.trim() || place.dataset.dots;
    for (const field of all(`[data-field=${name}]`)) if (field.value !== value) field.value = value;
  }

  document.documentElement.classList.add("js");
  document.querySelector(".bar").hidden = false;
  document.addEventListener("change", (event) => {
    const note = event.target.closest(".note");
    if (!note) return;
    decide(note.dataset.key, event.target.value === "yes");
    refresh();
  });
  document.addEventListener("input", (event) => {
    if (event.target.dataset.field) sign(event.target.dataset.field, event.target.value);
  });
  document.getElementById("accept-all").addEventListener("click", () => {
    for (const note of notes) if (note.classList.contains("open")) decide(note.dataset.key, true);
    refresh();
  });
  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("save").addEventListener("click", save);
  for (const field of all(".sheet:first-of-type [data-field]")) sign(field.dataset.field, field.value);
  restore();
  refresh();
})();
