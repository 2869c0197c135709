//! What calls a meeting: where and when, what about, and how many must be there.

use super::Proceedings;
use crate::{
    domain::{
        Text, day,
        rule::{Call, What},
    },
    report::{
        Report,
        block::{Block, Facts, Signature},
        head::{Head, together},
        member::words::entry,
    },
};

/// The notice of a meeting; where it goes by letter, with a slip that says it was received.
pub fn notice(head: Head, sitting: &Proceedings) -> Report {
    let meeting = &sitting.meeting.entry;
    let title = match sitting.meeting.call() {
        Call::First => "paper-notice-title",
        Call::Second => "paper-notice-second",
    };
    let coop = Facts::new()
        .labels(super::LABELS)
        .fact(head.label("paper-coop"), head.coop.name.as_str())
        .fact(head.label("field-legal-form"), head.label(head.coop.legal_form.text_id()));
    let seat = head.label("paper-seat");
    let report = head
        .report(head.label(title))
        .block(if head.coop.seat.is_empty() { coop.blank(seat) } else { coop.fact(seat, head.coop.seat.as_str()) })
        .block(Block::paragraph(head.label("paper-notice-lead")))
        .block(sitting.facts(&head));
    let mut report =
        report.block(Block::heading(head.label("nouns-agenda_item"))).block(Block::paragraph(sitting.agenda()));
    report =
        report.block(Block::heading(head.label("paper-notice-rules"))).block(Block::paragraph(rules(&head, sitting)));
    let (caller, on) = (meeting.get("called_by"), meeting.day("notice_on").map(day::show).unwrap_or_default());
    let done = Facts::side_by_side().blank(head.label("paper-done-at")).fact(head.label("paper-done-on"), on);
    let mut signature = head.officers().remove(0);
    if !caller.is_empty() {
        signature = Signature::line(head.label("paper-notice-caller")).beneath(caller);
    }
    report = report.block(together(vec![done.into(), signature.into()]));
    if meeting.get("channel").split(',').any(|channel| channel == "letter") {
        report = report.block(slip(&head, sitting));
    }
    report
}

/// Notice, quorum and proxies, each with where it stands.
fn rules(head: &Head, sitting: &Proceedings) -> String {
    let (organ, call) = (sitting.meeting.organ_kind.as_str(), sitting.meeting.call());
    let with_source = |words: String, reference: &str| {
        if reference.is_empty() { format!("{words}.") } else { format!("{words} ({reference}).") }
    };
    let mut lines = Vec::new();
    if let Some(first) = sitting.first_on.filter(|_| call == Call::Second) {
        lines.push(head.text(&Text::new("paper-notice-first").with("day", day::show(first))));
    }
    if let Some(rule) = sitting.rules.of_organ(organ, call.notice()) {
        let days = rule.count().unwrap_or_default();
        lines.push(with_source(head.text(&Text::new("paper-notice-days").with("days", days)), &rule.reference));
    }
    if let Some((share, reference)) = sitting.quorum() {
        let eligible = sitting.roll.len() as u32;
        let text = Text::new("paper-notice-quorum").with("needed", share.needed(eligible)).with("eligible", eligible);
        lines.push(with_source(head.text(&text), reference));
    }
    let limit = sitting.rules.of_organ(organ, What::Proxies);
    if let Some((count, rule)) = limit.and_then(|rule| Some((rule.count()?, rule))) {
        let text = head.text(&Text::new("paper-notice-proxies").with("count", count));
        lines.push(with_source(text, &rule.reference));
    }
    let channel = entry(&sitting.meeting.entry, "channel", head.lang);
    if !channel.is_empty() {
        lines.push(head.text(&Text::new("paper-notice-channel").with("channel", channel)));
    }
    lines.join("\n")
}

/// A line to cut along.
const CUT: &str = "– – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – – –";

/// What whoever got the letter signs and gives back.
fn slip(head: &Head, sitting: &Proceedings) -> Block {
    let text = Text::new("paper-notice-slip").with("meeting", sitting.name(head)).with("day", sitting.day());
    let who = Facts::side_by_side()
        .blank(head.label("paper-name"))
        .blank(head.label("paper-number"))
        .blank(head.label("paper-notice-slip-on"))
        .blank(head.label("paper-notice-slip-from"));
    let signed = vec![
        Signature::line(head.label("paper-notice-slip-sign")).beneath(head.label("paper-sign-or-thumb")),
        Signature::thumb(head.label("paper-thumb")).beneath(head.label("paper-thumb-beneath")),
    ];
    together(vec![
        Block::note(CUT),
        Block::note(head.label("paper-notice-slip-cut")),
        Block::Heading(2, head.label("paper-notice-slip-title").to_owned()),
        Block::paragraph(head.text(&text)),
        who.into(),
        signed.into(),
    ])
}
