"use strict";
// Comfort of the Check page: dropped files, a new check while the text is edited, one claim open at a time. The page is whole without it.
document.addEventListener("DOMContentLoaded", function () {
  var form = document.getElementById("check");
  if (!form) { return; }
  var result = document.getElementById("result");
  var status = document.getElementById("status");
  var text = document.getElementById("text");
  var file = document.getElementById("file");
  var asked = null;
  var timer = 0;
  var chosen = null;
  var wait = 450;

  function claim(id) {
    var card = id && document.getElementById(id);
    return card && card.classList.contains("claim-card") ? card : null;
  }

  function shown() {
    return Array.prototype.filter.call(result.querySelectorAll(".claim-card"), function (card) { return getComputedStyle(card).display !== "none"; });
  }

  function load(card) {
    var place = card.querySelector(".lazy[data-part]");
    if (!place) { return; }
    var address = place.getAttribute("data-part");
    place.removeAttribute("data-part");
    fetch(address).then(function (answer) { return answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText)); }).then(function (html) {
      var link = place.firstElementChild;
      place.innerHTML = html;
      if (link) { place.appendChild(link); }
      window.touchstone.start(place);
    }).catch(function () { place.setAttribute("data-part", address); });
  }

  function mark(id) {
    result.querySelectorAll(".chosen").forEach(function (node) { node.classList.remove("chosen"); });
    result.querySelectorAll("[data-claim]").forEach(function (link) {
      if (link.getAttribute("data-claim") === id && link.classList.contains("mark")) { link.classList.add("chosen"); }
    });
    var card = claim(id);
    if (card) { card.classList.add("chosen"); }
    return card;
  }

  // Opens a claim beside the text; with the keyboard its card takes the focus too.
  function choose(id, takesFocus, scrolls) {
    var card = mark(id);
    chosen = card ? id : null;
    if (!card) { return; }
    result.querySelectorAll(".claim-card .more[open]").forEach(function (more) {
      if (!card.contains(more)) { more.open = false; }
    });
    card.querySelector(".more").open = true;
    load(card);
    var panel = result.querySelector(".panel");
    if (panel.scrollHeight > panel.clientHeight && getComputedStyle(panel).overflowY === "auto") {
      panel.scrollTop += card.getBoundingClientRect().top - panel.getBoundingClientRect().top - 48;
    } else if (scrolls) {
      card.scrollIntoView({ block: "start", behavior: "instant" });
    }
    if (takesFocus) { card.focus({ preventScroll: true }); }
    history.replaceState(null, "", location.pathname + location.search + "#" + id);
  }

  // The address of the check, as far as one has room for it, so that loading the page again shows it again.
  function remember() {
    var link = result.querySelector("[data-permanent]");
    if (!link) { return; }
    var address = new URL(link.href);
    address.searchParams.delete("hide");
    result.querySelectorAll("input[name=show]:not(:checked)").forEach(function (box) { address.searchParams.append("hide", box.value); });
    link.href = address.href;
    history.replaceState(null, "", address.pathname + address.search + (chosen ? "#" + chosen : ""));
  }

  function say(words) { status.textContent = words; }

  function check() {
    clearTimeout(timer);
    if (asked) { asked.abort(); }
    asked = new AbortController();
    var mine = asked;
    var hasFile = file.files.length > 0;
    var before = text.value;
    say("Checking…");
    form.setAttribute("aria-busy", "true");
    fetch(form.getAttribute("action"), { method: "POST", body: new FormData(form), signal: mine.signal }).then(function (answer) { return answer.text(); }).then(function (html) {
      var page = new DOMParser().parseFromString(html, "text/html");
      var fresh = page.getElementById("result");
      if (!fresh) {
        var why = page.querySelector("main p, body p");
        throw new Error(why ? why.textContent.trim() : "The server gave no answer.");
      }
      if (hasFile) {
        text.value = page.getElementById("text").value;
        document.getElementById("name").value = page.getElementById("name").value;
        file.value = "";
      } else if (text.value !== before) {
        return;
      }
      var panel = result.querySelector(".panel");
      var top = panel ? panel.scrollTop : 0;
      result.replaceChildren.apply(result, Array.prototype.slice.call(fresh.childNodes).map(function (node) { return document.importNode(node, true); }));
      arrange();
      panel = result.querySelector(".panel");
      if (panel) { panel.scrollTop = top; }
      if (chosen && !mark(chosen)) { chosen = null; }
      remember();
      document.title = page.title;
      form.querySelector(".editing > summary").textContent = page.querySelector(".editing > summary").textContent;
      var count = result.querySelectorAll(".claim-card").length;
      var problem = result.querySelector(".problem");
      say(problem ? problem.textContent.trim() : count === 1 ? "1 claim checked." : count + " claims checked.");
      var legend = document.querySelector(".legend");
      if (legend) { legend.remove(); }
    }).catch(function (failure) {
      if (failure.name !== "AbortError") { say(failure.message); }
    }).finally(function () {
      if (mine === asked) { form.removeAttribute("aria-busy"); }
    });
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (text.value.trim() || file.files.length > 0) { check(); }
    }, wait);
  }

  function arrange() {
    var walk = result.querySelector(".walk");
    if (walk) { walk.hidden = false; }
    result.querySelectorAll(".claim-card .more").forEach(function (more) {
      more.addEventListener("toggle", function () {
        if (more.open) { load(more.closest(".claim-card")); }
      });
    });
    window.touchstone.start(result);
  }

  form.addEventListener("submit", function (event) {
    // Files are saved by the browser; only the check itself stays on the page.
    if (event.submitter && event.submitter.hasAttribute("formaction")) { return; }
    event.preventDefault();
    check();
  });
  text.addEventListener("input", soon);
  file.addEventListener("change", check);
  form.addEventListener("change", function (event) {
    if (event.target.name === "show") {
      remember();
    } else if (event.target !== text && event.target !== file) {
      soon();
    }
  });

  result.addEventListener("click", function (event) {
    var words = event.target.closest("[data-claim]");
    if (words) {
      event.preventDefault();
      choose(words.getAttribute("data-claim"), event.detail === 0, true);
      return;
    }
    var quote = event.target.closest(".quote");
    if (quote) {
      var place = document.getElementById(quote.getAttribute("href").slice(1));
      if (place) {
        event.preventDefault();
        mark(quote.closest(".claim-card").id);
        place.scrollIntoView({ block: "center", behavior: "instant" });
        place.focus({ preventScroll: true });
      }
      return;
    }
    var step = event.target.closest("[data-walk]");
    if (step) {
      var cards = shown();
      var at = cards.findIndex(function (card) { return card.id === chosen; });
      var by = Number(step.getAttribute("data-walk"));
      var next = cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : Math.min(cards.length - 1, Math.max(0, at + by))];
      if (next) {
        choose(next.id, false, true);
        var mine = document.getElementById("words-" + next.id);
        if (mine) { mine.scrollIntoView({ block: "nearest", behavior: "instant" }); }
      }
    }
  });

  ["dragenter", "dragover"].forEach(function (kind) {
    form.addEventListener(kind, function (event) {
      if (Array.prototype.indexOf.call(event.dataTransfer.types, "Files") >= 0) {
        event.preventDefault();
        form.classList.add("over");
      }
    });
  });
  ["dragleave", "drop"].forEach(function (kind) {
    form.addEventListener(kind, function (event) {
      if (kind === "drop" || !form.contains(event.relatedTarget)) { form.classList.remove("over"); }
    });
  });
  form.addEventListener("drop", function (event) {
    if (event.dataTransfer.files.length > 0) {
      event.preventDefault();
      file.files = event.dataTransfer.files;
      check();
    }
  });

  arrange();
  var target = location.hash.slice(1);
  if (claim(target)) { choose(target, false, true); }
});
