//! The form in which a slip is paid that is approved.

use super::shown;
use crate::{
    command::{self, voucher::Payout},
    domain::{
        Text,
        account::{Account, AccountKind},
        amount::Amount,
        day,
        fold::clean,
        takes::Takes,
        voucher::{INSTRUMENTS, Voucher, refuse_nameless},
    },
    store::{self, Reader},
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Outcome, meetings::people},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, choices},
    },
};

static FIELDS: &[Spec] = &[
    Spec::new("instrument", "field-instrument", Kind::Choice, "").required(),
    Spec::new("number", "field-instrument_number", Kind::Text, "hint-cheque"),
    Spec::new("on", "field-paid_on", Kind::Digits, "hint-day").required(),
    Spec::new("received_by", "field-received_by", Kind::Proposals, "hint-payee"),
    Spec::new("fee", "field-transfer_fee", Kind::Amount, "hint-fee"),
];

/// How a slip is paid.
pub struct PayDraft {
    slip: Voucher,
    account: Account,
    payout: Payout,
}

impl PayDraft {
    /// Today, as money leaves such an account, to whoever is to get it.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(id: i64, cx: &Cx) -> store::Result<Self> {
        Self::read(id, &cx.reader, cx.clock.today())
    }

    fn read(id: i64, reader: &Reader, today: chrono::NaiveDate) -> store::Result<Self> {
        let slip = reader.voucher(id)?;
        let account = reader.account(slip.account)?;
        let instrument = match account.kind {
            AccountKind::Bank => "cheque",
            AccountKind::Wallet => "wallet",
            _ => "cash",
        };
        let payout = Payout {
            instrument: instrument.to_owned(),
            number: String::new(),
            on: today,
            received_by: slip.payee.clone(),
            fee: 0,
        };
        Ok(Self { slip, account, payout })
    }

    fn fee(&self) -> String {
        let currency = self.slip.amount.currency.clone();
        if self.payout.fee == 0 { String::new() } else { Amount { minor: self.payout.fee, currency }.to_string() }
    }
}

impl Draft for PayDraft {
    const FORM: &'static str = "payout";

    fn fields(&self) -> &[Spec] {
        FIELDS
    }
    fn title(&self, lang: &Lang) -> String {
        let what = lang.text(&Text::new("slip-pay").with("number", self.slip.label()));
        format!("{} › {what}", lang.label(AREAS[super::AREA]))
    }
    fn lead(&self, lang: &Lang) -> String {
        let amount = shown(self.slip.amount.minor, &self.slip.amount.currency, lang);
        [amount.as_str(), &self.slip.payee, &self.slip.purpose, &super::name(&self.account, lang)].join(" · ")
    }
    fn show(&self, at: usize) -> String {
        match at {
            0 => self.payout.instrument.clone(),
            1 => self.payout.number.clone(),
            2 => day::show(self.payout.on),
            3 => self.payout.received_by.clone(),
            _ => self.fee(),
        }
    }
    fn choices(&self, _: usize) -> Vec<(&'static str, &'static str)> {
        choices(Some(Takes::One(INSTRUMENTS)))
    }
    fn proposals(&self, _: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        people::proposals(typed, cx)
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            0 => self.payout.instrument = Takes::One(INSTRUMENTS).read(typed, &cx.reading())?,
            1 => self.payout.number = clean(typed),
            2 => {
                let required = || Text::new("err-required").with("field", Text::new(FIELDS[2].label));
                let day = Takes::PastDay.read(typed, &cx.reading())?;
                self.payout.on = day.parse().map_err(|_| required())?;
            }
            3 => self.payout.received_by = people::read(typed, cx)?,
            _ => self.payout.fee = super::fee(typed, &self.slip.amount.currency)?,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let nameless = refuse_nameless(&self.payout.instrument, &self.payout.number);
        nameless.err().map(|text| Remark::error(1, text)).into_iter().collect()
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let Amount { minor, currency } = self.slip.amount.clone();
        let all = Amount { minor: minor + self.payout.fee, currency };
        Ok(overdrawn(&self.account, &all, cx)?.into_iter().collect())
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.slip.id, self.slip.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.slip.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        Self::read(self.slip.id, &cx.reader, self.payout.on).map(Some)
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (base, number) = ((self.slip.id, self.slip.rev), self.slip.label());
        let payout = self.payout.clone();
        Box::new(move |store, session, _| {
            command::voucher::pay(store, session, draft.as_deref(), base, &payout)?;
            Ok(Outcome::Saved { id: base.0, said: Text::new("slip-paid-now").with("number", number) })
        })
    }
}

/// That less is on an account than an amount, in words.
///
/// # Errors
/// When the book cannot be read.
pub fn overdrawn(account: &Account, amount: &Amount, cx: &Cx) -> store::Result<Option<String>> {
    let balance = cx.reader.balance(account.id, &amount.currency)?;
    if balance >= amount.minor {
        return Ok(None);
    }
    let name = super::name(account, &cx.lang);
    Ok(Some(super::short(&name, (balance, amount.minor), &amount.currency, &cx.lang)))
}
