//! A cooperative that did not begin today: what was there becomes entries of the ledger, all of it as one act. A list of a
//! file is first compared with the book, which changes nothing.

use super::{TREASURY, ledger};
use crate::{
    domain::{
        Text,
        account::{AccountKind, CHART},
        amount::Amount,
        command::Command,
        day,
        fold::{fold, word_set},
        member::{parse_number, show_number},
        opening::{AccountOpening, Held, Key, MemberOpening, Opening, Place, Sum, may_open, sums},
        user::Session,
    },
    import::opening::{Column, Row},
    report::money::words,
    store::{Error, Reader, Result, Store},
    text::{BUILT_IN, Lang},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Writes what was there when the book began.
pub static WRITE: Command = Command { id: "opening.write", roles: TREASURY, undo: ledger::REVERSED, pin: false };

/// An account on which an opening balance can stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Which.
    pub place: Place,
    /// What it is for.
    pub kind: AccountKind,
    /// Its currency; empty for one that has none of its own.
    pub currency: String,
    /// What it is called, by the cooperative or else in each language.
    pub names: Vec<String>,
}

/// The accounts on which an opening balance can stand: those of the book, then those of the chart that it is without.
pub fn accounts(reader: &Reader) -> Result<Vec<Known>> {
    let languages: Vec<Lang> = BUILT_IN.iter().map(|code| Lang::new(code)).collect();
    let chart_names = |key: &str, code: &str| -> Vec<String> {
        let names = languages.iter().map(|lang| lang.name(&format!("chart-{key}")));
        names.chain([key.to_owned(), code.to_owned()]).collect()
    };
    let mut found = Vec::new();
    let mut all = reader.accounts()?;
    // what the cooperative calls so itself goes before what the chart does
    all.sort_by_key(|account| account.name.is_empty());
    for account in all.iter().filter(|account| !account.is_closed && may_open(account.kind)) {
        let mut names = if account.name.is_empty() { Vec::new() } else { vec![account.name.clone()] };
        if !account.chart.is_empty() {
            // as it is shown, and without its currency
            let names_of = chart_names(&account.chart, &account.code);
            names.extend(names_of.iter().map(|name| format!("{name} {}", account.currency)));
            names.extend(names_of);
        }
        let (place, currency) = (Place::Account(account.id), account.currency.clone());
        found.push(Known { place, kind: account.kind, currency, names });
    }
    let currency = reader.coop()?.currency;
    for chart in CHART.iter().filter(|chart| all.iter().all(|account| account.chart != chart.key)) {
        let Ok(kind) = AccountKind::from_code(&chart.kind) else { continue };
        let currency = if kind.is_money() { currency.clone() } else { String::new() };
        let place = Place::Chart(chart.key.as_str());
        found.extend(may_open(kind).then(|| Known {
            place,
            kind,
            currency,
            names: chart_names(&chart.key, &chart.code),
        }));
    }
    Ok(found)
}

/// The account that a name means.
///
/// # Errors
/// That there is none of that name.
pub fn account<'a>(known: &'a [Known], name: &str) -> Result<&'a Known, Text> {
    let wanted = fold(name);
    let found = known.iter().find(|account| account.names.iter().any(|name| fold(name) == wanted));
    found.ok_or_else(|| Text::new("err-opening-account").with("name", name))
}

/// Something wrong, or worth a look, in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The name of the field.
    pub field: &'static str,
    /// What.
    pub text: Text,
    /// Whether it refuses the row.
    pub is_error: bool,
}

/// A row of a list, and what becomes of it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its row in the file, from 1.
    pub row: usize,
    /// Whom or what it is about, as far as that is known.
    pub label: String,
    /// What would be written.
    pub opening: Option<Opening>,
    /// What is wrong or worth a look.
    pub remarks: Vec<Remark>,
}

/// What a list would do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The rows in the order of the file.
    pub rows: Vec<Planned>,
}

impl Planned {
    /// Whether nothing of it is written.
    pub fn is_refused(&self) -> bool {
        self.opening.is_none() || self.remarks.iter().any(|remark| remark.is_error)
    }

    fn refuse(&mut self, field: &'static str, text: Text) {
        self.remarks.push(Remark { field, text, is_error: true });
    }
}

impl Plan {
    /// How many rows are refused.
    pub fn refused(&self) -> usize {
        self.rows.iter().filter(|row| row.is_refused()).count()
    }

    /// What would be written, row by row.
    pub fn openings(&self) -> Vec<Opening> {
        let good = self.rows.iter().filter(|row| !row.is_refused());
        good.filter_map(|row| row.opening.clone()).collect()
    }

    /// What that comes to, by currency.
    pub fn sums(&self) -> BTreeMap<String, Sum> {
        sums(&self.openings())
    }
}

/// Compares a list with the book. Nothing is written.
pub fn plan(reader: &Reader, rows: Vec<Row>, on: NaiveDate) -> Result<Plan> {
    let (known, funds, nominal) = (accounts(reader)?, reader.funds()?, reader.last_nominal()?);
    let mut plan = Plan { rows: Vec::with_capacity(rows.len()) };
    let mut taken: BTreeMap<Key, usize> = BTreeMap::new();
    for row in rows {
        let label = if row.account.is_empty() { format!("{} {}", row.number, row.name) } else { row.account.clone() };
        let mut planned = Planned { row: row.line, label: label.trim().to_owned(), opening: None, remarks: Vec::new() };
        for issue in &row.issues {
            planned.refuse(issue.column.code(), issue.text.clone());
        }
        let read = if row.account.is_empty() {
            of_member(reader, &row, nominal.as_ref(), &mut planned)?.map(Opening::Member)
        } else {
            of_account(&row, &known, &funds, &mut planned).map(Opening::Account)
        };
        if let Some(opening) = read {
            let fault = fault(reader, &opening, on)?;
            let first = opening.keys().iter().find_map(|key| taken.get(key).copied());
            let twice = first.map(|row| Text::new("err-import-twice").with("row", row));
            let twice = twice.map(|text| (if row.account.is_empty() { "number" } else { "account" }, text));
            if let Some((field, text)) = fault.or(twice).filter(|_| row.issues.is_empty()) {
                planned.refuse(field, text);
            }
            if !planned.remarks.iter().any(|remark| remark.is_error) {
                taken.extend(opening.keys().into_iter().map(|key| (key, planned.row)));
            }
            planned.opening = Some(opening);
        }
        plan.rows.push(planned);
    }
    Ok(plan)
}

/// What is against writing a row: the field, and why.
pub fn fault(reader: &Reader, opening: &Opening, on: NaiveDate) -> Result<Option<(&'static str, Text)>> {
    if let Some(fault) = opening.fault(on) {
        return Ok(Some(fault));
    }
    if let Opening::Account(AccountOpening { on: Place::Account(id), balance, .. }) = opening {
        let account = reader.account(*id)?;
        if account.is_closed {
            return Ok(Some(("account", Text::new("err-opening-account").with("name", account.name))));
        }
        if !account.currency.is_empty() && account.currency != balance.currency {
            let text = Text::new("err-account-other").with("currency", account.currency);
            return Ok(Some(("balance", text)));
        }
    }
    let field = if matches!(opening, Opening::Member(_)) { "number" } else { "account" };
    let before = reader.opened_on(opening)?;
    Ok(before.map(|before| (field, Text::new("err-opening-again").with("day", day::show(before)))))
}

/// What is worth a question before rows are written: an account that would be below nothing, or has something already.
///
/// # Errors
/// When the book cannot be read.
pub fn doubts<'a>(
    reader: &Reader,
    rows: impl IntoIterator<Item = &'a Opening>,
    on: NaiveDate,
    lang: &Lang,
) -> Result<Vec<Text>> {
    // what is there before, and what comes to it, by account and currency
    let mut sums: BTreeMap<(String, &str), (i64, i64)> = BTreeMap::new();
    for row in rows {
        let Opening::Account(AccountOpening { on: place, kind, balance, .. }) = row else { continue };
        let currency = balance.currency.as_str();
        let (name, before) = match place {
            _ if !kind.is_money() => continue,
            Place::Account(id) => {
                (words::account(&reader.account(*id)?, lang), reader.expected(*id, currency, on, None)?)
            }
            Place::Chart(key) => (lang.name(&format!("chart-{key}")), 0),
        };
        sums.entry((name, currency)).or_insert((before, 0)).1 += balance.minor;
    }
    let mut found = Vec::new();
    for ((name, currency), (before, comes)) in sums {
        let text = |id, minor| {
            let amount = Amount { minor, currency: currency.to_owned() };
            Text::new(id).with("name", name.as_str()).with("amount", amount)
        };
        found.extend((before != 0).then(|| text("warn-opening-moved", before)));
        found.extend((before + comes < 0).then(|| text("warn-opening-below", before + comes)));
    }
    Ok(found)
}

fn of_member(
    reader: &Reader,
    row: &Row,
    nominal: Option<&Amount>,
    planned: &mut Planned,
) -> Result<Option<MemberOpening>> {
    let member = match who(reader, row)? {
        Ok(member) => member,
        Err(text) => {
            planned.refuse(if row.number.is_empty() { "name" } else { "number" }, text);
            return Ok(None);
        }
    };
    planned.label = reader.member(member)?.heading();
    if let Ok(number) = parse_number(&row.number)
        && let Some(bearer) = reader.member_by_number(number)?.filter(|bearer| *bearer != member)
    {
        // a list that counts its rows says so of nearly every row
        let text = Text::new("warn-opening-number").with("number", show_number(number));
        let text = text.with("name", reader.member(bearer)?.full_name());
        planned.remarks.push(Remark { field: "number", text, is_error: false });
    }
    let shares = match held(row, nominal, planned) {
        Ok(shares) => shares,
        Err((field, text)) => {
            planned.refuse(field, text);
            None
        }
    };
    let (arrears, arrears_on, credit) = (row.arrears.clone(), row.arrears_on, row.credit.clone());
    let is_silent = shares.is_none() && arrears.is_none() && credit.is_none();
    if is_silent && !planned.remarks.is_empty() {
        return Ok(None);
    }
    Ok(Some(MemberOpening { member, shares, arrears, arrears_on, credit }))
}

/// The member whom a row means: by number, by the number of the old register, or by the name when only one bears it.
fn who(reader: &Reader, row: &Row) -> Result<Result<i64, Text>> {
    let named = if row.name.is_empty() { Vec::new() } else { reader.members_by_words(&word_set(&row.name))? };
    let mut numbered: Vec<i64> = Vec::new();
    if let Ok(number) = parse_number(&row.number) {
        numbered.extend(reader.member_by_number(number)?);
    }
    for id in if row.number.is_empty() { Vec::new() } else { reader.members_by_former_number(&row.number)? } {
        if !numbered.contains(&id) {
            numbered.push(id);
        }
    }
    let both: Vec<i64> = numbered.iter().copied().filter(|id| named.contains(id)).collect();
    Ok(match (&both[..], &numbered[..], &named[..]) {
        ([one], ..) | ([], [one], []) if row.name.is_empty() || !both.is_empty() => Ok(*one),
        ([], [other], []) => {
            // the name is written otherwise, or the number is somebody else's: who reads the preview sees both
            let known = word_set(&reader.member(*other)?.full_name());
            let is_part = word_set(&row.name).split(' ').all(|word| known.split(' ').any(|own| own == word));
            let text = Text::new("err-opening-other").with("number", show_number_or(&row.number));
            if is_part { Ok(*other) } else { Err(text.with("name", reader.member(*other)?.full_name())) }
        }
        // a list that counts its rows has numbers that are nobody's
        ([], _, [one]) => Ok(*one),
        ([], [], []) if row.number.is_empty() && row.name.is_empty() => Err(Text::new("err-opening-who")),
        ([], [], []) => {
            Err(Text::new("err-who-none").with("text", format!("{} {}", row.number, row.name).trim().to_owned()))
        }
        _ => Err(Text::new("err-who-many").with("text", format!("{} {}", row.number, row.name).trim().to_owned())),
    })
}

fn show_number_or(text: &str) -> String {
    parse_number(text).map_or_else(|_| text.to_owned(), show_number)
}

/// The shares of a row, with what of them is paid.
fn held(row: &Row, nominal: Option<&Amount>, planned: &mut Planned) -> Result<Option<Held>, (&'static str, Text)> {
    let Some(count) = row.shares.filter(|count| *count > 0) else {
        let says_paid = row.paid.as_ref().is_some_and(|paid| paid.minor != 0) || row.shares_paid.is_some_and(|n| n > 0);
        return if says_paid { Err(("shares", Text::new("err-opening-shares"))) } else { Ok(None) };
    };
    // so many are paid with so much
    let derived = || {
        let (paid, number) = (row.paid.as_ref()?, i64::from(row.shares_paid.filter(|n| *n > 0)?));
        (paid.minor % number == 0).then(|| Amount { minor: paid.minor / number, ..paid.clone() })
    };
    let nominal = row.share_value.clone().or_else(derived).or_else(|| nominal.cloned());
    let nominal = nominal.ok_or_else(|| ("share_value", Text::new("err-opening-nominal")))?;
    let by_count = row.shares_paid.map(|paid| nominal.minor.saturating_mul(i64::from(paid)));
    let paid = match (&row.paid, by_count) {
        (Some(paid), _) if paid.currency != nominal.currency => {
            return Err(("paid", Text::new("err-account-other").with("currency", nominal.currency.as_str())));
        }
        (Some(paid), Some(by_count)) if paid.minor != by_count => {
            let counted = Amount { minor: by_count, currency: nominal.currency.clone() };
            return Err(("paid", Text::new("err-opening-unlike").with("counted", counted)));
        }
        (Some(paid), _) => paid.minor,
        (None, Some(by_count)) => by_count,
        (None, None) => {
            let text = Text::new("warn-opening-paid");
            planned.remarks.push(Remark { field: "paid", text, is_error: false });
            nominal.minor.saturating_mul(i64::from(count))
        }
    };
    Ok(Some(Held { count, nominal, paid }))
}

fn of_account(row: &Row, known: &[Known], funds: &[(i64, String)], planned: &mut Planned) -> Option<AccountOpening> {
    let account = account(known, &row.account).map_err(|text| planned.refuse("account", text)).ok()?;
    planned.label = if row.fund.is_empty() { row.account.clone() } else { format!("{} · {}", row.account, row.fund) };
    let fund = match funds.iter().find(|(_, name)| fold(name) == fold(&row.fund)) {
        Some((id, _)) => Some(*id),
        None if row.fund.is_empty() => None,
        None => {
            planned.refuse("fund", Text::new("err-fund").with("name", row.fund.as_str()));
            return None;
        }
    };
    let balance = row.balance.clone().ok_or_else(|| Text::new("err-opening-nothing"));
    let balance = balance.and_then(|balance| in_currency(account, balance, row.says_currency));
    let balance = balance.map_err(|text| planned.refuse("balance", text)).ok()?;
    Some(AccountOpening { on: account.place.clone(), kind: account.kind, fund, balance })
}

/// A balance in the currency of its account: the one that stands there must be that; where none stands it is meant.
///
/// # Errors
/// `err-account-other` with the one of the account.
pub fn in_currency(account: &Known, balance: Amount, says_currency: bool) -> Result<Amount, Text> {
    match account.currency.as_str() {
        own if own.is_empty() || own == balance.currency => Ok(balance),
        own if says_currency => Err(Text::new("err-account-other").with("currency", own)),
        own => Amount::parse(&balance.figures(), own),
    }
}

/// Writes rows as one act, or nothing at all. Throws away the draft they came from. Returns the act.
pub fn write(
    store: &mut Store,
    session: &Session,
    draft: Option<&str>,
    (rows, on): (&[Opening], NaiveDate),
    file: &str,
) -> Result<i64> {
    if rows.is_empty() {
        return Err(Error::invalid("err-opening-nothing"));
    }
    day::refuse_future(on, store.clock().today()).map_err(Error::Invalid)?;
    let args = [("file", file.to_owned()), ("count", rows.len().to_string())];
    store.act(session, &WRITE, &args, |act| {
        draft.map_or(Ok(()), |form| act.drop_draft(form))?;
        for row in rows {
            if let Some((_, text)) = fault(act, row, on)? {
                return Err(Error::Invalid(text));
            }
            act.write_opening(row, on)?;
        }
        Ok(act.id())
    })
}

/// A row in the fields that lists name it by, for other programs.
pub fn fields(opening: &Opening) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut add = |column: Column, text: String| found.push((column.code(), text));
    match opening {
        Opening::Account(row) => add(Column::Balance, row.balance.to_string()),
        Opening::Member(row) => {
            if let Some(Held { count, nominal, paid }) = &row.shares {
                add(Column::Shares, count.to_string());
                add(Column::ShareValue, nominal.to_string());
                add(Column::Paid, Amount { minor: *paid, currency: nominal.currency.clone() }.to_string());
            }
            for (column, amount) in [(Column::Arrears, &row.arrears), (Column::Credit, &row.credit)] {
                if let Some(amount) = amount {
                    add(column, amount.to_string());
                }
            }
            if let Some(day) = row.arrears_on {
                add(Column::ArrearsOn, day.to_string());
            }
        }
    }
    found
}
