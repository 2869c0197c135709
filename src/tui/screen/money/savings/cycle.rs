//! The form of a cycle: its rules, and where its money is.

use crate::{
    command::savings::{self as command, Names},
    domain::{
        Text,
        account::Account,
        amount::Amount,
        day,
        fold::{clean, clean_lines, fold},
        savings::Cycle,
    },
    store,
    text::Lang,
    tui::{
        screen::{Cx, Flow, Outcome, money},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec, matching},
            form::FormScreen,
        },
    },
};
use chrono::{Datelike, Days, Months};

static FIELDS: &[Spec] = &[
    Spec::new("name", "field-name", Kind::Text, "").required(),
    Spec::new("share", "field-share", Kind::Amount, "hint-amount").required(),
    Spec::new("most_shares", "field-most_shares", Kind::Digits, "").required(),
    Spec::new("loan_multiple", "field-loan_multiple", Kind::Digits, "hint-loan-multiple").required(),
    Spec::new("charge", "field-charge", Kind::Digits, "hint-charge").required(),
    Spec::new("social", "field-social", Kind::Amount, "hint-social"),
    Spec::new("from_on", "field-from_on", Kind::Digits, "hint-day").required(),
    Spec::new("until_on", "field-until_on", Kind::Digits, "hint-day").required(),
    Spec::new("account", "field-box", Kind::Proposals, "hint-made").required(),
    Spec::new("fund", "cycle-fund", Kind::Proposals, "hint-made").required(),
    Spec::new("social_fund", "cycle-social", Kind::Proposals, "hint-made").required(),
    Spec::new("note", "field-note", Kind::Note, ""),
];

/// What the form changes.
pub struct CycleDraft {
    cycle: Cycle,
    names: Names,
    has_share: bool,
}

/// The form of a cycle; a new one for none.
///
/// # Errors
/// When the book cannot be read.
pub fn form(id: Option<i64>, cx: &Cx) -> store::Result<Flow> {
    Ok(Flow::push(FormScreen::new(CycleDraft::new(id, cx)?, cx).in_area(money::AREA)))
}

impl CycleDraft {
    /// A cycle as the book has it; a new one takes a year from today.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(id: Option<i64>, cx: &Cx) -> store::Result<Self> {
        if let Some(id) = id.filter(|id| *id > 0) {
            return Self::read(id, cx);
        }
        let from_on = cx.clock.today();
        let until_on = from_on.checked_add_months(Months::new(12)).unwrap_or(from_on) - Days::new(1);
        let name = cx.lang.text(&Text::new("cycle-name").with("year", from_on.year().to_string()));
        let share = Amount { minor: 0, currency: cx.coop.currency.clone() };
        let label = |id| cx.lang.label(id).to_owned();
        let names =
            Names { account: label("cycle-box"), fund: label("cycle-fund"), social_fund: label("cycle-social") };
        let cycle = Cycle::new(name, (from_on, until_on), share);
        Ok(Self { cycle, names, has_share: false })
    }

    fn read(id: i64, cx: &Cx) -> store::Result<Self> {
        let cycle = cx.reader.cycle(id)?;
        let funds = cx.reader.funds()?;
        let fund_name = |id: i64| funds.iter().find(|(fund, _)| *fund == id).map(|(_, name)| name.clone());
        let names = Names {
            account: money::name(&cx.reader.account(cycle.account)?, &cx.lang),
            fund: fund_name(cycle.fund).unwrap_or_default(),
            social_fund: fund_name(cycle.social_fund).unwrap_or_default(),
        };
        Ok(Self { cycle, names, has_share: true })
    }
}

/// `2.50` of hundredths of a percent; whole ones without decimals.
pub fn percent(hundredths: u32) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:02}") }
}

/// A percentage in hundredths.
fn read_percent(typed: &str) -> Result<u32, Text> {
    let wrong = || Text::new("err-percent").with("text", typed);
    let text = typed.trim_end_matches([' ', '%', '\u{a0}']).replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || part.len() > 2 || !is_digits(whole) || !is_digits(part) {
        return Err(wrong());
    }
    let whole: u32 = whole.parse().ok().filter(|whole| *whole <= 100).ok_or_else(wrong)?;
    Ok(whole * 100 + format!("{part:0<2}").parse::<u32>().unwrap_or(0))
}

impl Draft for CycleDraft {
    const FORM: &'static str = "cycle";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label("area-money"), lang.label("noun-cycle").to_lowercase())
    }
    fn show(&self, at: usize) -> String {
        let cycle = &self.cycle;
        match FIELDS[at].code {
            "name" => cycle.name.clone(),
            "share" if !self.has_share => String::new(),
            "share" => cycle.share.to_string(),
            "most_shares" => cycle.most_shares.to_string(),
            "loan_multiple" => cycle.loan_multiple.to_string(),
            "charge" => percent(cycle.charge),
            "social" if cycle.social == 0 => String::new(),
            "social" => cycle.amount(cycle.social).to_string(),
            "from_on" => day::show(cycle.from_on),
            "until_on" => day::show(cycle.until_on),
            "account" => self.names.account.clone(),
            "fund" => self.names.fund.clone(),
            "social_fund" => self.names.social_fund.clone(),
            _ => cycle.note.clone(),
        }
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        if FIELDS[at].code != "account" {
            return Ok(matching(cx.reader.funds()?.iter().map(|(_, name)| name.as_str()), typed));
        }
        let accounts = cx.reader.accounts()?.into_iter();
        let boxes = accounts.filter(Account::is_purse);
        let names: Vec<String> = boxes.map(|account| money::name(&account, &cx.lang)).collect();
        Ok(matching(names.iter().map(String::as_str), typed))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        let (cycle, text) = (&mut self.cycle, clean(typed));
        let a_day = || day::parse(&text, cx.clock.today(), day::Order::Dmy);
        let count = |most: u32| {
            let count = text.parse().ok().filter(|n| *n <= most);
            count.ok_or_else(|| Text::new("err-count").with("text", text.as_str()).with("most", most))
        };
        match FIELDS[at].code {
            "name" => cycle.name = text,
            "share" => {
                cycle.share = Amount::parse(&text, &cx.coop.currency)?;
                self.has_share = true;
            }
            "most_shares" => cycle.most_shares = count(1000)?,
            "loan_multiple" => cycle.loan_multiple = count(100)?,
            "charge" => cycle.charge = read_percent(&text)?,
            "social" if text.is_empty() => cycle.social = 0,
            "social" => {
                cycle.social = Amount::parse_in(&text, &cycle.share.currency)?.minor;
            }
            "from_on" => cycle.from_on = a_day()?,
            "until_on" => cycle.until_on = a_day()?,
            "account" => self.names.account = text,
            "fund" => self.names.fund = text,
            "social_fund" => self.names.social_fund = text,
            _ => cycle.note = clean_lines(typed),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let at = |code: &str| FIELDS.iter().position(|spec| spec.code == code).unwrap_or(0);
        let fault = self.cycle.fault().filter(|(field, _)| self.has_share || *field != "share");
        let fault = fault.map(|(code, text)| Remark::error(at(code), text));
        let is_one = fold(&self.names.fund) == fold(&self.names.social_fund);
        let same = is_one.then(|| Remark::error(at("social_fund"), Text::new("err-savings-funds")));
        fault.into_iter().chain(same).collect()
    }
    fn base(&self) -> Option<(i64, i64)> {
        (self.cycle.id != 0).then_some((self.cycle.id, self.cycle.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.cycle.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        if self.cycle.id == 0 { Ok(None) } else { Self::read(self.cycle.id, cx).map(Some) }
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (cycle, names) = (self.cycle.clone(), self.names.clone());
        Box::new(move |store, session, _| {
            let id = command::save(store, session, draft.as_deref(), &cycle, &names)?;
            Ok(Outcome::Saved { id, said: Text::new("cycle-saved").with("name", cycle.name) })
        })
    }
}
