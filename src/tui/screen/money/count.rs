//! The form in which a cash box is counted: a row for each note and coin, what they come to as it is typed, then who has
//! counted and what a difference is put down to.

use super::{
    AREA,
    cosign::{self, Signing},
    settle, shown,
};
use crate::{
    command,
    domain::{
        Text,
        account::Account,
        amount::Amount,
        choice::{Choices, choices},
        count::{Count, CountKind, denominations},
        day,
        fold::clean,
        takes::Takes,
    },
    report::money::{
        closing::{self, difference},
        words,
    },
    store,
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Flow, Outcome, meetings::people},
        widget::{
            draft::{Draft, Kind, Remark, Saving, Spec, choices as listed, matching},
            form::FormScreen,
        },
    },
};
use anyhow::Result;
use chrono::Days;

/// More pieces of one value are in no box.
const MOST: u32 = 1_000_000;
/// Meetings so many days back may have had money.
const MEETINGS: u64 = 60;

/// Why a box is counted, as the form offers it.
static KINDS: Choices = choices!("count-kind-";
    "count" => ["comptage"],
    "surprise" => ["controle inopine", "surprise"],
    "close" => ["arrete de caisse", "cloture"],
);

/// Names of the rows for pieces in drafts; no currency has more.
static PLACES: [&str; 16] =
    ["n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n10", "n11", "n12", "n13", "n14", "n15"];

/// The fields below the pieces.
static WHO: [Spec; 9] = [
    Spec::new("reason", "count-reason", Kind::Text, "hint-count-reason"),
    Spec::new("keeper", "count-keeper", Kind::Proposals, "hint-person"),
    Spec::new("kind", "count-kind", Kind::Choice, ""),
    Spec::new("first", "count-first", Kind::Proposals, "hint-signer").required(),
    cosign::SECOND,
    cosign::HOW,
    cosign::PIN,
    Spec::new("counted_on", "count-day", Kind::Digits, "hint-day"),
    Spec::new("meeting", "count-meeting", Kind::Proposals, "hint-count-meeting"),
];
/// The one field of a currency of which no pieces are known.
static AMOUNT: Spec = Spec::new("amount", "count-counted", Kind::Amount, "hint-amount");

/// What the form changes.
pub struct CountDraft {
    account: Account,
    count: Count,
    values: Vec<i64>,
    specs: Vec<Spec>,
    signing: Signing,
    /// The meeting in words.
    met: String,
}

/// The count of a cash box, on the screen; of the only one when none is named.
///
/// # Errors
/// When the user may not, or there is no such box.
pub fn begin(account: i64, cx: &Cx) -> Result<Flow> {
    cx.permit(&command::count::SAVE)?;
    Ok(Flow::push(FormScreen::new(CountDraft::new(account, cx)?, cx).in_area(AREA)))
}

impl CountDraft {
    /// A count of today by whoever sits here.
    ///
    /// # Errors
    /// When there is no such account.
    pub fn new(account: i64, cx: &Cx) -> store::Result<Self> {
        let account = cx.reader.account(account)?;
        let mut count = Count::begun(account.id, &account.currency, cx.clock.today());
        count.time = cx.clock.time();
        if let Some((keeper, id)) = cx.reader.last_keeper(account.id)? {
            (count.keeper, count.keeper_id) = (keeper, id);
        }
        let values: Vec<i64> = denominations(&account.currency).into_iter().take(PLACES.len()).collect();
        let piece = |(code, _): (&&'static str, &i64)| Spec::new(code, "count-pieces", Kind::Digits, "");
        let mut specs: Vec<Spec> = PLACES.iter().zip(&values).map(piece).collect();
        if specs.is_empty() {
            specs.push(AMOUNT);
        }
        specs.extend(WHO);
        let mut draft = Self { account, count, values, specs, signing: Signing::new(cx), met: String::new() };
        draft.look(cx)?;
        Ok(draft)
    }

    /// What a draft in the book was about.
    ///
    /// # Errors
    /// When the account is gone.
    pub fn of_draft(about: &str, cx: &Cx) -> store::Result<Self> {
        Self::new(about.parse().unwrap_or_default(), cx)
    }

    /// The value of the pieces that a field counts.
    fn value(&self, at: usize) -> Option<i64> {
        self.values.get(at).copied()
    }

    /// What the pieces come to that are typed, as far as they can be read.
    fn typed_sum(&self, typed: &[String]) -> i64 {
        if self.values.is_empty() {
            return Amount::parse_in(&typed[0], &self.count.currency).map_or(0, |amount| amount.minor);
        }
        let of = |(value, typed): (&i64, &String)| value * i64::from(pieces(typed).unwrap_or(0));
        self.values.iter().zip(typed).map(of).sum()
    }

    /// The count with those who sign it.
    fn signed(&self) -> Count {
        Count { signed: self.signing.names.clone(), ..self.count.clone() }
    }

    /// The meetings whose money may be counted, the last first.
    fn meetings(cx: &Cx) -> store::Result<Vec<(i64, String)>> {
        let today = cx.clock.today();
        let since = today.checked_sub_days(Days::new(MEETINGS)).unwrap_or(today);
        let recent = cx.reader.called(None)?.into_iter().filter(|m| m.held_on >= since && m.held_on <= today);
        recent.rev().map(|m| Ok((m.id, cx.reader.record_label("meeting", m.id)?))).collect()
    }
}

/// How many pieces are typed: `12`, or bundle by bundle `100+12`.
fn pieces(typed: &str) -> Option<u32> {
    let part = |part: &str| match part.trim() {
        "" => Some(0),
        part => part.replace([' ', '\u{a0}'], "").parse::<u32>().ok(),
    };
    let sum = typed.split('+').try_fold(0u32, |sum, text| sum.checked_add(part(text)?));
    sum.filter(|sum| *sum <= MOST)
}

impl Draft for CountDraft {
    const FORM: &'static str = "count";

    fn about(&self) -> String {
        format!(":{}", self.account.id)
    }
    fn fields(&self) -> &[Spec] {
        &self.specs
    }
    fn heading(&self, at: usize) -> &'static str {
        if self.specs[at].code == WHO[0].code { "count-who" } else { "" }
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {} › {}", lang.label(AREAS[AREA]), words::account(&self.account, lang), lang.label("count-title"))
    }
    fn label(&self, at: usize, lang: &Lang) -> String {
        let Some(value) = self.value(at) else { return String::new() };
        format!("{:>8} ×", closing::piece(value, &self.count.currency, lang))
    }
    fn beside(&self, at: usize, typed: &str, lang: &Lang) -> String {
        let value = self.value(at).zip(pieces(typed)).filter(|(_, count)| *count > 0);
        let sum = value.map(|(value, count)| words::figures(value * i64::from(count), &self.count.currency, lang));
        sum.map_or_else(String::new, |sum| format!("= {sum}"))
    }
    fn lead_so_far(&self, typed: &[String], lang: &Lang) -> String {
        let counted = self.typed_sum(typed);
        let text = Text::new("count-so-far")
            .with("counted", shown(counted, &self.count.currency, lang))
            .with("expected", shown(self.count.expected, &self.count.currency, lang));
        lang.text(&text.with("difference", difference(counted - self.count.expected, &self.count.currency)))
    }
    fn show(&self, at: usize) -> String {
        let currency = &self.count.currency;
        if let Some(value) = self.value(at) {
            let count = self.count.pieces.of(value);
            return if count == 0 { String::new() } else { count.to_string() };
        }
        match self.specs[at].code {
            "amount" if self.count.counted == 0 => String::new(),
            "amount" => Amount { minor: self.count.counted, currency: currency.clone() }.figures(),
            "reason" => self.count.reason.clone(),
            "keeper" => self.count.keeper.clone(),
            "kind" => self.count.kind.code().to_owned(),
            "counted_on" => day::show(self.count.counted_on),
            "meeting" => self.met.clone(),
            code => self.signing.show(code),
        }
    }
    fn choices(&self, at: usize) -> Vec<(&'static str, &'static str)> {
        match self.specs[at].code {
            "kind" => listed(Some(Takes::One(KINDS))),
            "how" => Signing::choices(),
            _ => Vec::new(),
        }
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        match self.specs[at].code {
            "keeper" => people::proposals(typed, cx),
            "meeting" => Ok(matching(Self::meetings(cx)?.iter().map(|(_, name)| name.as_str()), typed)),
            _ => Signing::proposals(typed, cx),
        }
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        if let Some(value) = self.value(at) {
            let wrong = || Text::new("err-count").with("text", typed.trim()).with("most", MOST);
            self.count.pieces.put(value, pieces(typed).ok_or_else(wrong)?);
            self.count.counted = self.count.pieces.sum();
            return Ok(());
        }
        match self.specs[at].code {
            "amount" if typed.trim().is_empty() => self.count.counted = 0,
            "amount" => self.count.counted = Amount::parse_in(typed, &self.count.currency)?.minor,
            "reason" => self.count.reason = clean(typed),
            "keeper" => (self.count.keeper, self.count.keeper_id) = settle::keeper(typed, cx)?,
            "kind" => self.count.kind = CountKind::from_code(&Takes::One(KINDS).read(typed, &cx.reading())?)?,
            "counted_on" => {
                let kept = Takes::PastDay.read(typed, &cx.reading())?;
                self.count.counted_on = kept.parse().unwrap_or(cx.clock.today());
                self.look(cx).map_err(|error| error.text())?;
            }
            "meeting" => {
                let known = Self::meetings(cx).map_err(|error| error.text())?;
                let found = known.into_iter().find(|(_, name)| name == typed.trim());
                let unknown = !typed.trim().is_empty() && found.is_none();
                if unknown {
                    return Err(Text::new("err-count-meeting").with("text", typed.trim()));
                }
                (self.count.meeting, self.met) = found.map_or((None, String::new()), |(id, name)| (Some(id), name));
                self.look(cx).map_err(|error| error.text())?;
            }
            code => self.signing.set(code, typed, cx)?,
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let unsigned = self.signing.fault(self.count.kind.signers());
        let wrong = || {
            let text = self.signed().check().err()?;
            Some((if text.id == "err-close-reason" { "reason" } else { "keeper" }, text))
        };
        let Some((code, text)) = unsigned.or_else(wrong) else { return Vec::new() };
        let field = self.specs.iter().position(|spec| spec.code == code).unwrap_or(0);
        vec![Remark::error(field, text)]
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        let minor = self.count.difference();
        if minor == 0 {
            return Ok(Vec::new());
        }
        let Count { account, meeting, counted_on, reason, keeper, .. } = &self.count;
        let is_late = cx.reader.is_counted_since(*account, *meeting, *counted_on)?;
        let follows = match (reason.as_str(), minor > 0, keeper.as_str()) {
            _ if is_late => Text::new("count-is-late"),
            ("", ..) => Text::new("count-stays-open"),
            (_, true, _) => Text::new("count-becomes-income"),
            (_, false, "") => Text::new("count-becomes-shortage"),
            (_, false, keeper) => Text::new("count-becomes-owed").with("name", keeper),
        };
        let both = [difference(minor, &self.count.currency), follows];
        Ok(both.into_iter().chain(settle::also_whole(&self.count, cx)?).map(|text| cx.lang.text(&text)).collect())
    }
    fn look(&mut self, cx: &Cx) -> store::Result<()> {
        let Count { account, currency, counted_on, meeting, .. } = &self.count;
        self.count.expected = cx.reader.expected(*account, currency, *counted_on, *meeting)?;
        Ok(())
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (count, second) = (self.signed(), self.signing.proof());
        Box::new(move |store, session, _| {
            let id = command::count::save(store, session, draft.as_deref(), &count, &second)?;
            let said = Text::new("count-saved").with("difference", difference(count.difference(), &count.currency));
            Ok(Outcome::Saved { id, said })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_typed_one_by_one_or_bundle_by_bundle() {
        assert_eq!(pieces("12"), Some(12));
        assert_eq!(pieces("100+12+ 3"), Some(115));
        assert_eq!(pieces(""), Some(0));
        for wrong in ["x", "-3", "1,5", "4294967295+1", "1000001"] {
            assert_eq!(pieces(wrong), None, "{wrong}");
        }
    }
}
