namespace Touchstone.Views;

/// <summary>The style sheet of the page. Each verdict has a colour and a line of its own, so that neither is the only sign.</summary>
internal static class CheckPageStyle
{
    /// <summary>The style sheet.</summary>
    public const string Text = """

        :root { color-scheme: light dark; --ground: #fdfcfa; --panel: #fff; --ink: #1d1f23; --soft: #5c626b; --rule: #d9d7d2; --good: #1a6e3c; --caution: #8a5a00; --bad: #b3261e; --quiet: #5c626b; --odd: #7a3a96; --good-wash: #e4f3e8; --caution-wash: #fbf0d6; --bad-wash: #fbe3e1; --odd-wash: #f3e6f8; --quiet-wash: #eeeeec; }
        @media (prefers-color-scheme: dark) { :root { --ground: #16181c; --panel: #1f2227; --ink: #e8e6e1; --soft: #a3a8b0; --rule: #383c44; --good: #7fd39b; --caution: #e8bd62; --bad: #ff9a92; --quiet: #a3a8b0; --odd: #d9a7ee; --good-wash: #1c3325; --caution-wash: #3a2f14; --bad-wash: #45201d; --odd-wash: #35213f; --quiet-wash: #2a2d33; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1.25rem 3rem; background: var(--ground); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; }
        h2 { margin: 2.25rem 0 .5rem; font-size: 1.1rem; }
        code { font: .875em/1.5 ui-monospace, monospace; }
        header p, footer, .days { color: var(--soft); }
        .days { font-size: .875em; white-space: nowrap; }
        .brand { margin: 0; font-size: .8rem; letter-spacing: .08em; text-transform: uppercase; }
        .counts { display: flex; flex-wrap: wrap; gap: .4rem; margin: 1rem 0 .5rem; padding: 0; list-style: none; }
        .counts li { border: 1px solid currentcolor; border-radius: 1rem; padding: .1rem .7rem; font-size: .9rem; }
        .coverage { margin: 0; font-size: .9rem; }
        article { position: relative; margin-top: 1.5rem; padding: 1.25rem 1.5rem; background: var(--panel); border: 1px solid var(--rule); border-radius: .5rem; font: 1.06rem/1.75 Georgia, "Times New Roman", serif; }
        article p { position: relative; margin: 0 0 1rem; }
        article .heading { font-weight: 700; font-size: 1.1em; }
        article p:last-child { margin-bottom: 0; }
        .confirmed { color: var(--good); --wash: var(--good-wash); }
        .near, .other-reading { color: var(--caution); --wash: var(--caution-wash); }
        .contradicted, .inconsistent { color: var(--bad); --wash: var(--bad-wash); }
        .implausible { color: var(--odd); --wash: var(--odd-wash); }
        .pending, .unchecked { color: var(--quiet); --wash: var(--quiet-wash); }
        mark, .unread { unicode-bidi: isolate; }
        mark[class] { background: var(--wash); color: var(--ink); border-radius: .15rem; padding: .05em .1em; text-decoration-line: underline; text-decoration-thickness: 2px; text-underline-offset: .2em; text-decoration-skip-ink: none; cursor: help; }
        mark.confirmed { text-decoration-color: var(--good); }
        mark.near { text-decoration-color: var(--caution); text-decoration-style: dotted; }
        mark.other-reading { text-decoration-color: var(--caution); text-decoration-style: dashed; }
        mark.contradicted { text-decoration-color: var(--bad); text-decoration-style: double; font-weight: 700; }
        mark.inconsistent { text-decoration-color: var(--bad); text-decoration-style: wavy; font-weight: 700; }
        mark.implausible { text-decoration-color: var(--odd); text-decoration-style: wavy; }
        mark.pending { text-decoration-color: var(--quiet); text-decoration-style: dotted; }
        mark.unchecked { text-decoration-color: var(--quiet); text-decoration-style: dashed; text-decoration-thickness: 1px; }
        mark:hover, mark:focus-visible, tr:target { outline: 2px solid var(--ink); outline-offset: 1px; }
        .unread { border: 1px dotted var(--soft); border-radius: .15rem; padding: 0 .1em; }
        .sign { font: 700 .75em/1 system-ui, sans-serif; }
        .sign a { color: inherit; text-decoration: none; padding: 0 .15em; }
        .note { display: none; position: absolute; z-index: 2; left: 0; right: 0; margin-top: .2rem; padding: .7rem .9rem; background: var(--panel); color: var(--ink); border: 1px solid var(--soft); border-radius: .4rem; box-shadow: 0 .4rem 1.4rem rgb(0 0 0 / .25); font: .875rem/1.45 system-ui, sans-serif; }
        .note::before { content: ""; position: absolute; left: 0; right: 0; bottom: 100%; height: .6rem; }
        .note > span, .note > code { display: block; }
        mark:hover + .note, mark:focus + .note, .note:hover { display: block; }
        .legend dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .4rem 1.5rem; margin: 0; font-size: .875rem; }
        .legend dt { font-weight: 600; }
        .legend dd { margin: 0; color: var(--soft); }
        table { width: 100%; border-collapse: collapse; font-size: .9rem; }
        th, td { padding: .5rem .6rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
        tbody th { white-space: nowrap; }
        thead th, td:nth-child(3) { overflow-wrap: break-word; }
        details { margin-top: .25rem; color: var(--soft); }
        details dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .6rem; margin: .3rem 0 0; font-size: .8125rem; }
        details dt { font-weight: 600; }
        details dd { margin: 0; }
        footer { margin-top: 2.5rem; font-size: .75rem; }
        footer p { margin: 0; }
        @media (max-width: 640px), print {
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, tbody, tr, th, td { display: block; }
          tr { padding: .6rem 0; border-bottom: 1px solid var(--rule); }
          th, td { padding: .1rem 0; border: 0; }
          td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
        }
        @media (max-width: 640px) {
          body { padding: 1rem .8rem 2rem; }
          article { padding: 1rem; }
          .note { position: fixed; left: .5rem; right: .5rem; bottom: .5rem; margin: 0; max-height: 45vh; overflow: auto; }
          details dl { grid-template-columns: 1fr; }
        }
        @media print {
          :root { --ground: #fff; --panel: #fff; --ink: #000; --soft: #444; --rule: #bbb; --good: #0b5a2b; --caution: #704a00; --bad: #a01010; --quiet: #444; --odd: #5d2a75; --good-wash: #fff; --caution-wash: #fff; --bad-wash: #fff; --odd-wash: #fff; --quiet-wash: #fff; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          article { border: 0; padding: 0; }
          .note { display: none !important; }
          th, td:not(:last-child), dt { break-after: avoid; }
          details::details-content { content-visibility: visible; display: block; }
          summary { display: none; }
        }

        """;
}
