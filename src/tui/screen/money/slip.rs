//! The page of a payment slip: what it still needs in one sentence, what it is, who has signed, how it was paid.

use super::{
    naming,
    power_form::PowerDraft,
    reverse::{Back, ReverseDraft},
    shown,
    slip_answer::AnswerDraft,
    slip_form::SlipDraft,
    slip_pay::PayDraft,
};
use crate::{
    clock, command,
    domain::{
        Text, day,
        noun::{FILE, NOTE, Noun},
        takes::Takes,
        voucher::{Answer, Approval, INSTRUMENTS, Next, State, Voucher},
    },
    store,
    text::Lang,
    tui::{
        keymap::{AREAS, Cmd, Scope},
        screen::{
            Cx, Flow, members,
            paper::preview::Preview,
            record::{Lines, RecordPage, Subject, What},
        },
        widget::{form::FormScreen, page::Line},
    },
};
use anyhow::Result;

/// What a line of the page is about.
pub enum About {
    /// What it needs next.
    Next,
    /// Something that it says.
    Fact,
    /// A member: who gets the money, or who has signed.
    Member(i64),
}

static ADDED: [&Noun; 2] = [&NOTE, &FILE];

/// The page of one slip.
pub struct SlipPage {
    id: i64,
    state: State,
}

/// The page of the slip `id`.
pub fn page(id: i64) -> RecordPage<SlipPage> {
    RecordPage::new(SlipPage { id, state: State::Proposed })
}

fn own(label: impl Into<String>, text: impl Into<String>, about: About) -> Line<What<About>> {
    Line::new(label, text, What::Own(about))
}

/// What a slip needs, or what became of it, in one sentence.
fn next(slip: &Voucher, cx: &Cx) -> store::Result<Text> {
    Ok(match slip.state {
        State::Proposed => slip.next(&cx.reader.signers(slip.account, cx.clock.today())?).text(),
        State::Approved => Text::new("slip-enough"),
        State::Paid => Text::new("slip-is-paid"),
        State::Refused => Text::new("slip-is-refused").with("reason", slip.reason.as_str()),
        State::Void => {
            Text::new("slip-is-void").with("reason", if slip.reason.is_empty() { "none" } else { &slip.reason })
        }
    })
}

/// Label and value of what a slip says.
///
/// # Errors
/// When the book cannot be read.
pub fn facts(slip: &Voucher, cx: &Cx) -> store::Result<Vec<(String, String)>> {
    let lang = &cx.lang;
    let funds = cx.reader.funds()?;
    let fund = slip.fund.and_then(|id| funds.into_iter().find(|(known, _)| *known == id)).map(|(_, name)| name);
    let by = Text::new("paper-slip-by").with("day", day::show(slip.proposed_on)).with("name", &*slip.proposed_by);
    let facts = [
        ("field-payee", slip.payee.clone()),
        ("field-purpose", slip.purpose.clone()),
        ("field-amount", shown(slip.amount.minor, &slip.amount.currency, lang)),
        ("field-account", naming::account(slip.account, cx)?),
        ("field-against", naming::account(slip.against, cx)?),
        ("field-fund", fund.unwrap_or_default()),
        ("field-decision", slip.decision.clone()),
        ("field-evidence", slip.evidence.clone()),
        ("paper-slip-proposed", lang.text(&by)),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(facts.map(|(label, value)| (lang.label(label).to_owned(), value)).collect())
}

/// How somebody has answered, and when.
fn answer(said: &Approval, lang: &Lang) -> String {
    let line = Text::new("slip-answer-line").with("answer", Text::new(said.answer.text_id()));
    let line = line.with("how", Text::new(said.how.text_id())).with("at", clock::show(&said.given_at));
    let seen = (!said.seen_by.is_empty()).then(|| Text::new("slip-seen-by").with("name", said.seen_by.as_str()));
    let parts = [Some(lang.text(&line)), seen.map(|seen| lang.text(&seen)), Some(said.reason.clone())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The form over a slip that nobody has answered yet.
///
/// # Errors
/// When the user may not, somebody has answered it, or the book cannot be read.
pub fn edit(id: i64, cx: &Cx) -> Result<Flow> {
    cx.permit(&command::voucher::CHANGE)?;
    Ok(Flow::push(FormScreen::new(SlipDraft::of(id, cx)?, cx).in_area(super::AREA)))
}

impl SlipPage {
    fn answer(&self, answer: Answer, cx: &Cx) -> Result<Flow> {
        cx.permit(&command::voucher::ANSWER)?;
        let draft = AnswerDraft::new(self.id, answer, cx)?;
        Ok(Flow::push(FormScreen::new(draft, cx).in_area(super::AREA)))
    }

    /// Does what it needs next.
    fn go_on(&self, cx: &Cx) -> Result<Flow> {
        let slip = cx.reader.voucher(self.id)?;
        if slip.state != State::Proposed {
            return self.pay(cx);
        }
        if slip.next(&cx.reader.signers(slip.account, cx.clock.today())?) != Next::NoSignatory {
            return self.answer(Answer::Approve, cx);
        }
        cx.permit(&command::entry::SET_UP)?;
        let draft = PowerDraft::new(slip.account, cx)?;
        Ok(Flow::push(FormScreen::new(draft, cx).in_area(super::AREA).at("signer", cx)))
    }

    fn pay(&self, cx: &Cx) -> Result<Flow> {
        cx.permit(&command::voucher::PAY)?;
        cx.reader.voucher(self.id)?.may_pay().map_err(store::Error::Invalid)?;
        Ok(Flow::push(FormScreen::new(PayDraft::new(self.id, cx)?, cx).in_area(super::AREA)))
    }

    /// Takes it back, or, when it is paid, the payment.
    fn take_back(&self, cx: &Cx) -> Result<Flow> {
        let slip = cx.reader.voucher(self.id)?;
        let back = if let Some(entry) = slip.entry {
            cx.permit(&command::ledger::REVERSE)?;
            Back::Payout(entry)
        } else {
            cx.permit(&command::voucher::VOID)?;
            slip.may_void().map_err(store::Error::Invalid)?;
            Back::Slip(slip.id, slip.rev)
        };
        Ok(Flow::push(FormScreen::new(ReverseDraft::new(back, self.name(cx)?), cx).in_area(super::AREA)))
    }

    /// What is worth a word of those who may sign for its account.
    fn doubts(slip: &Voucher, cx: &Cx) -> store::Result<Lines<About>> {
        let rows = cx.reader.power_rows(&[], cx.clock.today())?;
        let rows = rows.into_iter().filter(|row| row.doubt.is_some() && row.account.id == slip.account);
        let doubt = |row: store::signing::PowerRow| {
            let why = row.doubt.as_ref().map(|doubt| cx.lang.text(doubt)).unwrap_or_default();
            let doubt = Text::new("fact").with("label", row.signer.name).with("value", why);
            own("", format!("! {}", cx.lang.text(&doubt)), About::Member(row.signer.member))
        };
        Ok(rows.map(doubt).collect())
    }
}

impl Subject for SlipPage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        ("voucher", self.id)
    }
    fn area(&self) -> usize {
        super::AREA
    }
    fn scope(&self) -> Scope {
        Scope::Slip
    }
    fn place(&self, lang: &Lang) -> String {
        lang.label(AREAS[super::AREA]).to_owned()
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        let number = cx.reader.voucher(self.id)?.label();
        Ok(cx.lang.text(&Text::new("slip-heading").with("number", number)))
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }

    fn look(&mut self, cx: &Cx) -> store::Result<()> {
        self.state = cx.reader.voucher(self.id)?.state;
        Ok(())
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let decided = || Text::new("err-slip-decided").with("state", Text::new(self.state.text_id()));
        match (cmd, self.state) {
            (Cmd::Approve | Cmd::Refuse | Cmd::Edit, State::Proposed) | (Cmd::PayOut, State::Approved) => None,
            (Cmd::PayOut, State::Proposed) => Some(Text::new("err-slip-unsigned")),
            (Cmd::Approve | Cmd::Refuse | Cmd::PayOut | Cmd::Edit, _) => Some(decided()),
            _ => None,
        }
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let (lang, slip) = (&cx.lang, cx.reader.voucher(self.id)?);
        let mut lines = vec![
            own(lang.label("slip-next"), lang.text(&next(&slip, cx)?), About::Next),
            own(lang.label("field-state"), lang.label(slip.state.text_id()), About::Next),
        ];
        if slip.state == State::Proposed {
            lines.extend(Self::doubts(&slip, cx)?);
        }
        for (at, (label, value)) in facts(&slip, cx)?.into_iter().enumerate() {
            let about = slip.payee_id.filter(|_| at == 0).map_or(About::Fact, About::Member);
            lines.push(own(label, value, about));
        }
        if slip.state == State::Paid {
            let paid = Text::new("slip-paid-line").with("day", slip.paid_on.map(day::show).unwrap_or_default());
            let paid = lang.text(&paid.with("how", lang.value(Takes::One(INSTRUMENTS), &slip.instrument.0)));
            let parts = [paid, slip.instrument.1.clone()];
            let paid = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            lines.push(own(lang.label("paper-slip-paid"), paid, About::Fact));
            lines.push(own(lang.label("field-received_by"), slip.received_by.as_str(), About::Fact));
        }
        let count = Text::new("rule-signed").with("count", slip.needed);
        lines.push(Line::heading(format!("{} · {}", lang.label("slip-answers"), lang.text(&count))));
        for said in &slip.approvals {
            lines.push(own(said.signer.name.as_str(), answer(said, lang), About::Member(said.signer.member)));
        }
        Ok(lines)
    }

    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "slip-void-name" } else { cmd.text_id() }
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, about) {
            (Cmd::Approve, _) => self.answer(Answer::Approve, cx)?,
            (Cmd::Refuse, _) => self.answer(Answer::Refuse, cx)?,
            (Cmd::PayOut, _) => self.pay(cx)?,
            (Cmd::Edit, _) => edit(self.id, cx)?,
            (Cmd::Open, Some(About::Fact)) if self.state == State::Proposed => edit(self.id, cx)?,
            (Cmd::Open, Some(About::Next)) => self.go_on(cx)?,
            (Cmd::Open, Some(About::Member(id))) => Flow::push(members::detail::page(*id)),
            (Cmd::Archive, _) => self.take_back(cx)?,
            (Cmd::Print, _) => {
                let asked = super::paper("slip", "number", cx.reader.voucher(self.id)?.label())?;
                asked.permit(&cx.reader, &cx.session)?;
                Flow::push(Preview::new(asked))
            }
            _ => Flow::Ignored,
        })
    }
}
