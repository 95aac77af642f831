"use strict";
// Draws charts from their options, in the colours of the page, and again when these or the page's width change.
var touchstoneCharts = (function () {
  var root = document.documentElement;
  var charts = [];

  function coloured(node, style) {
    if (typeof node === "string") {
      var name = /^var\((--[a-z0-9-]+)\)$/.exec(node);
      return name ? style.getPropertyValue(name[1]).trim() : node;
    }
    if (Array.isArray(node)) {
      return typeof node[0] === "number" ? node : node.map(function (item) { return coloured(item, style); });
    }
    if (node && typeof node === "object") {
      var copy = {};
      Object.keys(node).forEach(function (key) { copy[key] = coloured(node[key], style); });
      return copy;
    }
    return node;
  }

  // A tile too small for its move says nothing: half a number would be a wrong one.
  function whole(label) {
    var move = echarts.format.getTextRect(label.text.slice(label.text.lastIndexOf("\n") + 1), "12px system-ui, sans-serif");
    return move.width + 10 > label.rect.width || label.rect.height < 37 ? { x: -10000 } : {};
  }

  function draw(chart) {
    var option = coloured(chart.option, getComputedStyle(root));
    (option.series || []).forEach(function (series) {
      if (series.type === "treemap") { series.labelLayout = whole; }
    });
    var zoom = chart.view.getOption();
    chart.view.setOption(option, true);
    if (zoom && zoom.dataZoom) {
      chart.view.setOption({ dataZoom: zoom.dataZoom.map(function (one) { return { start: one.start, end: one.end }; }) });
    }
  }

  function redraw() { charts.forEach(draw); }
  function fit() { charts.forEach(function (chart) { chart.view.resize(); }); }

  window.addEventListener("resize", fit);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  matchMedia("print").addEventListener("change", function () { redraw(); fit(); });

  return {
    // Draws an option in a place of a height in pixels and gives the chart of ECharts.
    add: function (place, option, height) {
      place.style.height = height + "px";
      var chart = { view: echarts.init(place, null, { renderer: "canvas", devicePixelRatio: Math.max(2, window.devicePixelRatio || 1) }), option: option };
      charts.push(chart);
      draw(chart);
      return chart.view;
    }
  };
})();
