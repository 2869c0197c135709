//! One resolution out of signed minutes, for a bank, a buyer or an office.

use super::{Proceedings, minutes, words};
use crate::{
    domain::{Text, motion::Motion},
    report::{
        Report,
        block::{Block, Facts},
        head::Head,
    },
};

/// The extract of one motion, certified; stamped while the minutes are not signed.
pub fn extract(head: Head, held: &Proceedings, motion: &Motion) -> Report {
    let mut report = head.report(head.label("paper-extract-title")).foot(minutes::foot(&head, held));
    if !held.is_signed() {
        report = report.stamp(head.label("paper-draft"));
    }
    let of = Facts::new().labels(super::LABELS).fact(head.label("paper-minutes"), held.heading(&head));
    let mut report = report.block(of).block(held.facts(&head));
    let count = held.count();
    report = report.block(Block::paragraph(words::attendance_sentence(&count, head.lang)));
    report = report
        .block(Block::paragraph(words::quorum_sentence(&held.meeting, &count, head.lang)))
        .block(Block::heading(minutes::title(&head, motion)))
        .block(Block::paragraph(words::resolution(motion, head.lang)));
    if let Some(signed) = held.meeting.signed.as_ref().filter(|_| held.is_signed()) {
        let on = signed.on.map(crate::domain::day::show).unwrap_or_default();
        let text = Text::new("paper-minutes-signed").with("day", on).with("by", signed.by.as_str());
        report = report.block(Block::paragraph(head.text(&text)));
    }
    report.block(minutes::certified(&head, "paper-extract-certified"))
}
