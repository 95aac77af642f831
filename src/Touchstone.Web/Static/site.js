"use strict";
// Starts charts, saves them, completes expressions and filters tables. Pages are whole without it.
(function () {
  var root = document.documentElement;

  function save(name, url) {
    var link = document.createElement("a");
    link.href = url;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  function csvOf(table) {
    return Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, function (cell) {
        var text = cell.textContent.trim();
        return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
      }).join(",");
    }).join("\n") + "\n";
  }

  function saveTable(name, table) {
    var url = URL.createObjectURL(new Blob([csvOf(table)], { type: "text/csv" }));
    save(name + ".csv", url);
    URL.revokeObjectURL(url);
  }

  // Arrow keys go to the session before or after, where nothing else on the page wants them.
  document.addEventListener("keydown", function (event) {
    var rel = event.key === "ArrowLeft" ? "prev" : event.key === "ArrowRight" ? "next" : null;
    var link = rel && document.querySelector(".daybar a[rel='" + rel + "']");
    if (link && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.target.closest("input, select, textarea, .scroll, .tabs, [contenteditable]")) {
      event.preventDefault();
      link.click();
    }
  });

  // Draws the charts inside a part of the page; pages that replace a part call it again through window.touchstone.
  function start(part) {
    part.querySelectorAll("figure.figure").forEach(function (figure) {
      var place = figure.querySelector(".chart");
      var source = figure.querySelector("script[type='application/json']");
      if (!place || !source || place.hasAttribute("data-drawn") || typeof touchstoneCharts === "undefined") {
        return;
      }
      place.setAttribute("data-drawn", "");
      var chart = touchstoneCharts.add(place, JSON.parse(source.textContent), place.getAttribute("data-height"));
      var name = figure.getAttribute("data-name") || "chart";
      figure.querySelectorAll("[data-save]").forEach(function (button) {
        button.hidden = false;
        button.addEventListener("click", function () {
          if (button.getAttribute("data-save") === "png") {
            save(name + ".png", chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: getComputedStyle(root).getPropertyValue("--panel").trim() }));
          } else {
            saveTable(name, figure.querySelector("table"));
          }
        });
      });
    });
    part.querySelectorAll("[data-save-table]").forEach(function (button) {
      var table = button.closest(".table-box").querySelector("table");
      if (button.hidden) {
        button.hidden = false;
        button.addEventListener("click", function () { saveTable(button.getAttribute("data-save-table"), table); });
      }
    });
    part.querySelectorAll("input[data-filter]").forEach(function (input) {
      var table = document.getElementById(input.getAttribute("data-filter"));
      if (!table || !input.hidden) {
        return;
      }
      input.hidden = false;
      input.addEventListener("input", function () {
        var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
        Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
          var text = row.textContent.toLowerCase();
          row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        });
      });
    });
  }

  window.addEventListener("hashchange", openTarget);
  function openTarget() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") { target.open = true; }
  }
  openTarget();
  start(document);
  window.touchstone = { start: start };
})();
