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
pub fn extract(head: Head, sitting: &Proceedings, motion: &Motion) -> Report {
    let mut report = head.report(head.label("paper-extract-title")).foot(minutes::foot(&head, sitting));
    if !sitting.is_signed() {
        report = report.stamp(head.label("paper-draft"));
    }
    let of = Facts::new().labels(super::LABELS).fact(head.label("paper-minutes"), sitting.heading(&head));
    let mut report = report.block(of).block(sitting.facts(&head));
    let count = sitting.count();
    report = report.block(Block::paragraph(words::attendance_sentence(&count, head.lang)));
    report = report
        .block(Block::paragraph(words::quorum_sentence(&sitting.meeting, &count, head.lang)))
        .block(Block::heading(minutes::title(&head, motion)))
        .block(Block::paragraph(words::resolution(motion, head.lang)));
    if let Some(signed) = sitting.meeting.signed.as_ref().filter(|_| sitting.is_signed()) {
        let on = signed.on.map(crate::domain::day::show).unwrap_or_default();
        let text = Text::new("paper-minutes-signed").with("day", on).with("by", signed.by.as_str());
        report = report.block(Block::paragraph(head.text(&text)));
    }
    report.block(minutes::certified(&head, "paper-extract-certified"))
}
