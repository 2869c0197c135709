//! Amounts and what they are owed for, in words.

use crate::{
    domain::{Text, amount::Amount, due::Due, share::Holding, takes::Takes},
    text::Lang,
};

/// An amount as people read it.
pub fn amount(minor: i64, currency: &str, lang: &Lang) -> String {
    lang.value(Takes::Amount, &Amount { minor, currency: currency.to_owned() }.to_string())
}

/// Amounts of several currencies.
pub fn amounts<'a>(amounts: impl IntoIterator<Item = (&'a str, i64)>, lang: &Lang) -> String {
    let parts = amounts.into_iter().map(|(currency, minor)| amount(minor, currency, lang));
    parts.collect::<Vec<_>>().join(" · ")
}

/// A period as people read it: `2026`, `09/2026`.
pub fn period(kept: &str) -> String {
    kept.split_once('-').map_or_else(|| kept.to_owned(), |(year, month)| format!("{month}/{year}"))
}

/// What an amount is owed for: what its schedule is called, or its kind and what else is known, and the period.
pub fn due(due: &Due, lang: &Lang) -> String {
    let kind = lang.label(due.kind.text_id());
    let name = match (due.schedule, due.text.as_str()) {
        (Some(_), text) if !text.is_empty() => text.to_owned(),
        (_, text) => format!("{kind} {text}"),
    };
    format!("{} {}", name.trim_end(), period(&due.period)).trim_end().to_owned()
}

/// The figures of an amount whose currency stands beside it.
pub fn figures(minor: i64, currency: &str, lang: &Lang) -> String {
    let shown = amount(minor, currency, lang);
    shown.strip_suffix(currency).unwrap_or(&shown).trim_end().to_owned()
}

/// How many shares, what they are worth, and what is not paid of it.
pub fn holding(held: &Holding, lang: &Lang) -> String {
    let count = lang.text(&Text::new("share-count").with("count", held.count));
    let worth = amount(held.subscribed, &held.currency, lang);
    let paid = Text::new("share-paid").with("amount", amount(held.paid(), &held.currency, lang));
    let unpaid = Text::new("share-unpaid").with("amount", amount(held.unpaid, &held.currency, lang));
    let rest = if held.unpaid > 0 {
        vec![lang.text(&paid), lang.text(&unpaid)]
    } else {
        vec![lang.label("share-paid-up").to_owned()]
    };
    std::iter::once(format!("{count} · {worth}")).chain(rest).collect::<Vec<_>>().join(" · ")
}
