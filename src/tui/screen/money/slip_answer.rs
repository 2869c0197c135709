//! What somebody who may sign says to a payment slip: with the PIN of his or her user, or in ink that somebody has seen.

use crate::{
    command::{self, cosign::Proof, voucher::Word},
    domain::{
        Text,
        fold::clean,
        voucher::{Answer, Signer, Signers, State, Voucher},
    },
    store,
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{
            Cx, Outcome,
            meetings::people,
            money::{shown, slip_pay},
        },
        widget::draft::{Draft, Kind, Remark, Saving, Spec, matching},
    },
};

static FIELDS: &[Spec] = &[
    Spec::new("signer", "field-signer", Kind::Proposals, "hint-person").required(),
    Spec::new("pin", "field-pin", Kind::Pin, "hint-slip-pin"),
    Spec::new("seen_by", "field-seen_by", Kind::Proposals, "hint-seen-by"),
    Spec::new("reason", "field-reason", Kind::Text, "").required(),
];
const PIN: usize = 1;
const SEEN_BY: usize = 2;
const REASON: usize = 3;

/// What the form asks for.
pub struct AnswerDraft {
    slip: Voucher,
    signers: Signers,
    answer: Answer,
    signer: Option<Signer>,
    /// Number and name, as the form shows it.
    who: String,
    pin: String,
    seen_by: String,
    reason: String,
}

impl AnswerDraft {
    /// An answer to a slip; whoever sits here is proposed when a signature of hers counts.
    ///
    /// # Errors
    /// When the slip is decided, or the book cannot be read.
    pub fn new(id: i64, answer: Answer, cx: &Cx) -> store::Result<Self> {
        let slip = cx.reader.voucher(id)?;
        if slip.state != State::Proposed {
            let decided = Text::new("err-slip-decided").with("state", Text::new(slip.state.text_id()));
            return Err(store::Error::Invalid(decided));
        }
        let signers = cx.reader.signers(slip.account, cx.clock.today())?;
        let user = cx.session.viewer.user_id.map(|id| cx.reader.user(id)).transpose()?;
        let own = user.and_then(|user| user.member).map(|id| cx.reader.member(id)).transpose()?;
        let own = own.map(|member| (Signer { member: member.id, name: member.full_name() }, member.heading()));
        let counts = |(signer, _): &(Signer, String)| slip.hears(&signers, signer, answer).is_ok();
        let (signer, who) = own.filter(counts).unzip();
        let (pin, seen_by, reason) = (String::new(), String::new(), String::new());
        Ok(Self { slip, signers, answer, signer, who: who.unwrap_or_default(), pin, seen_by, reason })
    }
}

impl Draft for AnswerDraft {
    // a PIN is kept nowhere
    const FORM: &'static str = "";

    fn fields(&self) -> &[Spec] {
        if self.answer == Answer::Refuse { FIELDS } else { &FIELDS[..REASON] }
    }
    fn title(&self, lang: &Lang) -> String {
        let id = if self.answer == Answer::Refuse { "slip-refuse" } else { "slip-approve" };
        let what = lang.text(&Text::new(id).with("number", self.slip.label()));
        format!("{} › {what}", lang.label(AREAS[super::AREA]))
    }
    fn lead(&self, lang: &Lang) -> String {
        let amount = shown(self.slip.amount.minor, &self.slip.amount.currency, lang);
        [amount.as_str(), &self.slip.payee, &self.slip.purpose].join(" · ")
    }
    fn show(&self, at: usize) -> String {
        match at {
            0 => self.who.clone(),
            PIN => self.pin.clone(),
            SEEN_BY => self.seen_by.clone(),
            _ => self.reason.clone(),
        }
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        if at == SEEN_BY {
            return people::proposals(typed, cx);
        }
        let next = self.slip.next(&self.signers);
        let all = if self.answer == Answer::Refuse { &self.signers.signatories } else { next.who() };
        let mut headings = Vec::new();
        for signer in all {
            headings.push(cx.reader.member(signer.member)?.heading());
        }
        Ok(matching(headings.iter().map(String::as_str), typed))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            0 => {
                let (member, who) = people::chosen(typed, cx)?;
                let member = member.and_then(|id| cx.reader.member(id).ok());
                self.signer = member.map(|member| Signer { member: member.id, name: member.full_name() });
                self.who = who;
            }
            PIN => typed.clone_into(&mut self.pin),
            SEEN_BY => self.seen_by = people::read(typed, cx)?,
            _ => self.reason = clean(typed),
        }
        Ok(())
    }
    fn check(&self, _: &Cx) -> Vec<Remark> {
        let heard = self.signer.as_ref().map(|signer| self.slip.hears(&self.signers, signer, self.answer));
        let mut remarks: Vec<Remark> =
            heard.and_then(Result::err).map(|why| Remark::error(0, why)).into_iter().collect();
        if self.pin.is_empty() && self.seen_by.is_empty() {
            remarks.push(Remark::error(SEEN_BY, Text::new("err-slip-proof")));
        }
        remarks
    }
    fn doubts(&self, cx: &Cx) -> store::Result<Vec<String>> {
        if self.answer == Answer::Refuse {
            return Ok(Vec::new());
        }
        let missing = slip_pay::overdrawn(&cx.reader.account(self.slip.account)?, &self.slip.amount, cx)?;
        Ok(missing.into_iter().collect())
    }
    fn base(&self) -> Option<(i64, i64)> {
        Some((self.slip.id, self.slip.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.slip.rev = rev;
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (base, number) = ((self.slip.id, self.slip.rev), self.slip.label());
        let signer = self.signer.clone().unwrap_or(Signer { member: 0, name: String::new() });
        let proof = if self.pin.is_empty() { Proof::Ink } else { Proof::Pin(self.pin.clone()) };
        let (seen_by, reason) = (self.seen_by.clone(), self.reason.clone());
        let word = Word { member: signer.member, answer: self.answer, proof, seen_by, reason };
        Box::new(move |store, session, _| {
            let state = command::voucher::answer(store, session, draft.as_deref(), base, &word)?;
            let said = match state {
                State::Approved => Text::new("slip-approved-now"),
                State::Refused => Text::new("slip-refused-now"),
                _ => Text::new("slip-heard").with("name", signer.name),
            };
            Ok(Outcome::Saved { id: base.0, said: said.with("number", number) })
        })
    }
}
