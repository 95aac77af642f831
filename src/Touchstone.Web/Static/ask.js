"use strict";
// Comfort of forms that ask: short addresses, a way to stop, completion of expressions, a filter of the catalogue. Pages are whole without it.
document.addEventListener("DOMContentLoaded", function () {
  document.querySelectorAll("form[data-ask]").forEach(function (form) {
    var status = form.querySelector(".status");
    var stop = form.querySelector("[data-stop]");
    function free() {
      form.querySelectorAll("[data-left-out]").forEach(function (field) {
        field.disabled = false;
        field.removeAttribute("data-left-out");
      });
    }
    function rest() {
      free();
      status.textContent = "";
      stop.hidden = true;
    }
    form.addEventListener("submit", function () {
      // What is empty or usual need not stand in the address.
      form.querySelectorAll("input, select").forEach(function (field) {
        if (field.value === "" || field.value === field.getAttribute("data-usual")) {
          field.disabled = true;
          field.setAttribute("data-left-out", "");
        }
      });
      status.textContent = "Working…";
      stop.hidden = false;
      setTimeout(free, 0);
    });
    stop.addEventListener("click", function () {
      window.stop();
      rest();
      status.textContent = "Stopped.";
    });
    window.addEventListener("pageshow", rest);
  });

  document.querySelectorAll("input[data-complete]").forEach(function (input) {
    var list = document.getElementById("choices");
    var hint = document.getElementById("hint");
    var items = [];
    var range = null;
    var at = -1;
    var timer = 0;
    var asked = null;
    input.removeAttribute("list");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-describedby", hint.id);

    function close() {
      list.hidden = true;
      at = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function point(to) {
      var options = list.children;
      if (at >= 0) { options[at].setAttribute("aria-selected", "false"); }
      at = to;
      if (at < 0) { input.removeAttribute("aria-activedescendant"); return; }
      options[at].setAttribute("aria-selected", "true");
      options[at].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[at].id);
    }

    function take(place) {
      var item = items[place];
      input.setRangeText(item.text, range.from, range.to, "end");
      close();
      input.focus();
      ask();
    }

    function show(answer) {
      items = answer.items;
      range = answer;
      hint.textContent = answer.hint;
      at = -1;
      list.replaceChildren.apply(list, items.map(function (item, i) {
        var option = document.createElement("li");
        var name = document.createElement("code");
        var note = document.createElement("span");
        option.id = "choice-" + i;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        name.textContent = item.label;
        note.textContent = item.note;
        option.append(name, note);
        return option;
      }));
      // A choice that is written already is none.
      var written = items.length === 1 && input.value.slice(answer.from, answer.to) === items[0].text;
      list.hidden = items.length === 0 || written || document.activeElement !== input;
      input.setAttribute("aria-expanded", String(!list.hidden));
      input.removeAttribute("aria-activedescendant");
    }

    function ask() {
      clearTimeout(timer);
      if (asked) { asked.abort(); }
      asked = new AbortController();
      var typed = input.value;
      fetch("/part/completion?e=" + encodeURIComponent(input.value) + "&at=" + input.selectionStart, { signal: asked.signal })
        .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText)); })
        .then(function (answer) {
          if (input.value === typed) { show(answer); }
        })
        .catch(function () { });
    }

    input.addEventListener("input", function () {
      // What was offered for the words before is offered no more.
      close();
      clearTimeout(timer);
      timer = setTimeout(ask, 70);
    });
    input.addEventListener("click", ask);
    input.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) { ask(); } else {
          var by = event.key === "ArrowDown" ? 1 : -1;
          point((at + by + items.length + (at < 0 && by < 0 ? 1 : 0)) % items.length);
        }
        event.preventDefault();
      } else if ((event.key === "Enter" || event.key === "Tab") && !list.hidden && at >= 0) {
        event.preventDefault();
        take(at);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === " " && event.ctrlKey) {
        event.preventDefault();
        ask();
      }
    });
    input.addEventListener("blur", function () { setTimeout(close, 150); });
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });
    list.addEventListener("click", function (event) {
      var option = event.target.closest("[role=option]");
      if (option) { take(Array.prototype.indexOf.call(list.children, option)); }
    });
  });

  document.querySelectorAll("input[data-find]").forEach(function (input) {
    var place = document.getElementById(input.getAttribute("data-find"));
    input.closest(".find").hidden = false;
    input.addEventListener("input", function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      place.querySelectorAll(".family").forEach(function (family) {
        var some = false;
        family.querySelectorAll("details").forEach(function (entry) {
          var text = entry.textContent.toLowerCase();
          entry.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
          some = some || !entry.hidden;
        });
        family.hidden = !some;
      });
    });
  });
});
