//! Texts that remind members of what is overdue: one message of a telephone each.

use super::{arrears::Debtor, words};
use crate::{
    domain::{Text, due::Due, member::show_number, phone, sms},
    report::{Report, block::Block, head::Head},
};

/// The messages, each under the number, the name and the telephone of whom it is for.
pub fn reminders(head: Head, debtors: &[Debtor]) -> Report {
    let mut report = head.report(head.label("paper-reminders-title"));
    report = report.block(Block::note(head.label("paper-reminders-note")));
    for one in debtors {
        let number = one.number.map(show_number).unwrap_or_default();
        let phone =
            if one.phone.is_empty() { head.label("paper-no-phone").to_owned() } else { phone::show(&one.phone) };
        let who = [number.as_str(), &one.name, "·", &phone].into_iter().filter(|part| !part.is_empty());
        report = report
            .block(Block::Heading(3, who.collect::<Vec<_>>().join(" ")))
            .block(Block::paragraph(message(&head, one)));
    }
    report
}

/// Who writes, to whom, how much since when. What comes last is cut where a message is too short for all.
pub fn message(head: &Head, debtor: &Debtor) -> String {
    let mut sums: Vec<(&str, i64)> = Vec::new();
    for Due { currency, open, .. } in &debtor.dues {
        match sums.iter_mut().find(|(known, _)| known == currency) {
            Some((_, sum)) => *sum += open,
            None => sums.push((currency, *open)),
        }
    }
    let sums = sums.into_iter().map(|(currency, minor)| words::minor(minor, currency, head.lang));
    let sums: Vec<String> = sums.collect();
    let since = debtor.dues.iter().map(|due| due.due_on).min().unwrap_or(head.today);
    let text = Text::new("paper-reminder")
        .with("coop", head.coop.name.as_str())
        .with("number", debtor.number.map(show_number).unwrap_or_default())
        .with("name", debtor.name.as_str())
        .with("amounts", sums.join(" + "))
        .with("day", crate::domain::day::show(since));
    sms::message(&head.text(&text))
}
