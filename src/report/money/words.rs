//! Amounts owed, accounts and balances in words.

use crate::{
    domain::{
        Text, account::Account, amount::Amount, due::Due, rate::Rate, receipt::Paid, share::Holding, takes::Takes,
    },
    text::Lang,
};

/// An amount in figures with its currency.
pub fn amount(amount: &Amount, lang: &Lang) -> String {
    lang.value(Takes::Amount, &amount.to_string())
}

/// So many minor units of a currency.
pub fn minor(minor: i64, currency: &str, lang: &Lang) -> String {
    amount(&Amount { minor, currency: currency.to_owned() }, lang)
}

/// What one of a currency is in another: `1 USD = 2 850 CDF`.
pub fn rate(rate: &Rate, lang: &Lang) -> String {
    let told = lang.value(Takes::Amount, &format!("{} {}", rate.figures(), rate.told));
    format!("1 {} = {told}", rate.one)
}

/// Amounts of several currencies.
pub fn amounts<'a>(amounts: impl IntoIterator<Item = (&'a str, i64)>, lang: &Lang) -> String {
    let parts = amounts.into_iter().map(|(currency, minor)| self::minor(minor, currency, lang));
    parts.collect::<Vec<_>>().join(" · ")
}

/// The figures of an amount whose currency stands beside it.
pub fn figures(minor: i64, currency: &str, lang: &Lang) -> String {
    let shown = self::minor(minor, currency, lang);
    shown.strip_suffix(currency).unwrap_or(&shown).trim_end().to_owned()
}

/// The year or the month that an amount is owed for, as people read it: `09/2026`.
pub fn period(kept: &str) -> String {
    kept.split_once('-').map_or_else(|| kept.to_owned(), |(year, month)| format!("{month}/{year}"))
}

/// What is owed: `dues 09/2026`, `fine · absent without excuse`; what a schedule raised is called as the schedule is.
pub fn due(due: &Due, lang: &Lang) -> String {
    let kind = lang.label(due.kind.text_id());
    let (name, more) = match (due.schedule, due.text.as_str()) {
        (_, "") => (kind, String::new()),
        (Some(_), text) => (text, String::new()),
        (None, text) => (kind, format!(" · {text}")),
    };
    format!("{}{more}", format!("{name} {}", period(&due.period)).trim_end())
}

/// The same for a narrow column: what tells one period from the next comes first.
pub fn due_of(owed: &Due, lang: &Lang) -> String {
    let name = due(&Due { period: String::new(), ..owed.clone() }, lang);
    format!("{} {name}", period(&owed.period)).trim_start().to_owned()
}

/// The beginning of a cell or a line: its first letter is a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What an account is called: as the cooperative calls it, else as the chart does, with its currency.
pub fn account(account: &Account, lang: &Lang) -> String {
    if !account.name.is_empty() {
        return account.name.clone();
    }
    let name = lang.value(Takes::Fixed("chart-"), &account.chart);
    if account.currency.is_empty() { name } else { format!("{name} {}", account.currency) }
}

/// What a part of a payment was for.
pub fn paid(paid: &Paid, lang: &Lang) -> String {
    match (&paid.due, &paid.member) {
        (Some(owed), _) => due(owed, lang),
        (None, Some(_)) if paid.amount.minor < 0 => lang.label("pay-credit-used").to_owned(),
        (None, Some(_)) => lang.label("pay-credit-kept").to_owned(),
        (None, None) => account(&paid.account, lang),
    }
}

/// What stands for a member, as a label and an amount: what is still owed, or what was paid beyond it.
pub fn balance(minor: i64, currency: &str, lang: &Lang) -> (&'static str, String) {
    let label = lang.label(if minor < 0 { "pay-balance-credit" } else { "pay-balance-owed" });
    (label, amount(&Amount { minor: minor.abs(), currency: currency.to_owned() }, lang))
}

/// How many shares, what they are worth, and what is not paid of it.
pub fn holding(held: &Holding, lang: &Lang) -> String {
    let count = lang.text(&Text::new("share-count").with("count", held.count));
    let money = |figure| minor(figure, &held.currency, lang);
    let rest = if held.unpaid > 0 {
        let (paid, unpaid) = (Text::new("share-paid"), Text::new("share-unpaid"));
        let paid = lang.text(&paid.with("amount", money(held.paid())));
        format!("{paid} · {}", lang.text(&unpaid.with("amount", money(held.unpaid))))
    } else {
        lang.label("share-paid-up").to_owned()
    };
    format!("{count} · {} · {rest}", money(held.subscribed))
}
