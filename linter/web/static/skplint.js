// Keeps what is written in this tab; hides answers until the class has voted; tells what changed to those who listen.
(() => {
  "use strict";
  document.documentElement.classList.add("scripts"); // typing is enough: the button is for those without

  // What is written and chosen stays with this tab when the language or the page changes; it goes with the tab.
  const nameOf = (field) => `${field.dataset.kept || location.pathname} ${field.id}`;
  for (const field of document.querySelectorAll("[data-kept]")) {
    const before = sessionStorage.getItem(nameOf(field));
    const asked = new URLSearchParams(location.search).has(field.name); // the address says otherwise
    if (before !== null && !asked && (field.matches("textarea") ? !field.value : true)) {
      const usual = field.value;
      field.value = before;
      if (field.selectedIndex === -1) field.value = usual; // another page has this choice
      const around = before && field.closest("details");
      if (around) around.open = true;
    }
    for (const event of ["input", "change"]) {
      field.addEventListener(event, () => sessionStorage.setItem(nameOf(field), field.value));
    }
  }

  const result = document.getElementById("hasil");
  const news = document.getElementById("kabar");
  if (!result) return;
  const text = document.getElementById("teks");
  const waits = text?.value && !result.querySelector(".verdict, [role=alert]"); // written before, not asked for yet
  if (waits) {
    const ask = () => text.dispatchEvent(new Event("input")); // asked twice at once is asked once
    document.body.addEventListener("htmx:after:process", ask, { once: true }); // htmx begins before the page is there, or after
    window.addEventListener("load", ask);
  }
  const button = document.querySelector('[data-toggle="answer"]');
  let closed = Boolean(button) && sessionStorage.getItem("tutup") === "ya";
  const open = new Set();
  const all = (selector) => result.querySelectorAll(selector);

  // Where there are several answers, each can be opened by itself.
  const openOne = (answer) => {
    const one = document.createElement("button");
    Object.assign(one, { type: "button", className: "quiet one", textContent: button.dataset.open });
    one.addEventListener("click", () => {
      answer.hidden = false;
      one.remove();
    });
    answer.before(one);
  };

  const show = () => {
    if (button) button.textContent = closed ? button.dataset.open : button.dataset.close;
    const answers = all(".answer");
    for (const one of all("button.one")) one.remove();
    for (const answer of answers) {
      answer.hidden = closed;
      if (closed && answers.length > 1) openOne(answer);
    }
    for (const question of all(".closed")) question.hidden = !closed;
    for (const details of all("details")) details.open = open.has(details.className);
    watch.takeRecords(); // what was changed here is no news
  };
  const watch = new MutationObserver(() => {
    show();
    tell();
  });

  for (const clear of document.querySelectorAll("[data-clear]")) {
    clear.addEventListener("click", () => {
      for (const field of clear.form.querySelectorAll("textarea[data-kept]")) {
        field.value = "";
        sessionStorage.removeItem(nameOf(field));
      }
      clear.form.requestSubmit();
      text.focus();
    });
  }

  let pause = 0;
  const tell = () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      const said = [...all("[data-said], [role=alert]")].map((one) => one.dataset.said || one.textContent);
      if (news) news.textContent = closed ? "" : said.join(" ");
    }, 900);
  };

  if (button) {
    button.addEventListener("click", () => {
      closed = !closed;
      sessionStorage.setItem("tutup", closed ? "ya" : "tidak");
      show();
      tell();
    });
  }
  result.addEventListener("toggle", ({ target }) => open[target.open ? "add" : "delete"](target.className), true);
  document.body.addEventListener("htmx:error", () => {
    const lost = document.createElement("p");
    lost.className = "empty";
    lost.setAttribute("role", "alert");
    lost.textContent = result.dataset.lost;
    result.replaceChildren(lost);
  });
  watch.observe(result, { childList: true });
  show();
})();
