//! The form of a signing power: of which account, whose, and what the bank has confirmed.

use super::naming;
use crate::{
    command,
    domain::{
        Text,
        account::Account,
        noun::Entry,
        signing::{Keeper, SIGNING_POWER},
    },
    store,
    text::Lang,
    tui::{
        keymap::AREAS,
        screen::{Cx, Outcome, meetings::people},
        widget::draft::{Draft, Kind, Remark, Saving, Spec, matching},
    },
};

/// The fields; what only a bank says and asks for has a hint of its own where the cooperative keeps the box itself.
const fn fields(from: &'static str, specimen: &'static str, confirmed: &'static str) -> [Spec; 9] {
    [
        Spec::new("account", "field-signing_account", Kind::Proposals, "hint-account").required(),
        Spec::new("signer", "field-signer", Kind::Proposals, "hint-person").required(),
        Spec::new("decision", "field-decision", Kind::Text, "hint-decision"),
        Spec::new("specimen_on", "field-specimen_on", Kind::Digits, specimen),
        Spec::new("from_on", "field-from_on", Kind::Digits, from),
        Spec::new("until_on", "field-until_on", Kind::Digits, "hint-day"),
        Spec::new("ended_on", "field-ended_on", Kind::Digits, "hint-power-ended"),
        Spec::new("end_confirmed_on", "field-end_confirmed_on", Kind::Digits, confirmed),
        Spec::new("note", "field-note", Kind::Note, ""),
    ]
}

static OF_BANK: [Spec; 9] = fields("hint-power-from", "hint-day", "hint-power-confirmed");
static OF_BOX: [Spec; 9] = fields("hint-power-begins", "hint-power-bank", "hint-power-bank");
const ACCOUNT: usize = 0;
const SIGNER: usize = 1;
/// What its drafts are about when it ends.
const ENDING: &str = "ending";

/// What the form changes.
pub struct PowerDraft {
    entry: Entry,
    account: String,
    /// Who says when it begins and ends.
    keeper: Keeper,
    signer: String,
    /// Whether it was opened to say that it ends.
    is_ending: bool,
}

impl PowerDraft {
    /// A new one, of an account or, for 0, of the only bank account there is.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn new(account: i64, cx: &Cx) -> store::Result<Self> {
        let mut draft = Self::over(Entry::new(&SIGNING_POWER, ("account", account)), cx)?;
        if account == 0 {
            let mut purses = naming::purses(&cx.reader, &cx.lang)?;
            if let (1, Some((_, only))) = (purses.len(), purses.pop()) {
                draft.give_to(&only, cx);
            }
        }
        Ok(draft)
    }

    /// One that is written down.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn of(id: i64, cx: &Cx) -> store::Result<Self> {
        Self::over(cx.reader.entry(&SIGNING_POWER, id)?, cx)
    }

    /// What a draft in the book was about.
    ///
    /// # Errors
    /// When the record is gone.
    pub fn of_draft(about: &str, record: i64, cx: &Cx) -> store::Result<Self> {
        let draft = if record == 0 { Self::new(0, cx)? } else { Self::of(record, cx)? };
        Ok(if about == ENDING { draft.ending(cx) } else { draft })
    }

    /// The same, ended today.
    #[must_use]
    pub fn ending(mut self, cx: &Cx) -> Self {
        self.is_ending = true;
        if self.entry.get("ended_on").is_empty() {
            self.entry.put("ended_on", cx.clock.today().to_string());
        }
        self
    }

    fn over(entry: Entry, cx: &Cx) -> store::Result<Self> {
        let (account, keeper) = match entry.owner.1 {
            0 => (String::new(), Keeper::Institution),
            id => (naming::account(id, cx)?, Keeper::of(cx.reader.account(id)?.kind)),
        };
        let signer = match entry.get("member_id").parse() {
            Ok(member) => cx.reader.member(member)?.heading(),
            Err(_) => String::new(),
        };
        Ok(Self { entry, account, keeper, signer, is_ending: false })
    }

    fn give_to(&mut self, account: &Account, cx: &Cx) {
        self.entry.owner = ("account", account.id);
        self.account = super::name(account, &cx.lang);
        self.keeper = Keeper::of(account.kind);
    }

    fn place(at: usize) -> usize {
        SIGNING_POWER.attributes.iter().position(|attribute| attribute.code == OF_BANK[at].code).unwrap_or(0)
    }
}

impl Draft for PowerDraft {
    const FORM: &'static str = "power";

    fn about(&self) -> String {
        if self.is_ending { format!(":{ENDING}") } else { String::new() }
    }

    fn fields(&self) -> &[Spec] {
        if self.keeper == Keeper::Coop { &OF_BOX } else { &OF_BANK }
    }
    fn title(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label(AREAS[super::AREA]), lang.label(SIGNING_POWER.text_id).to_lowercase())
    }
    fn show(&self, at: usize) -> String {
        match at {
            ACCOUNT => self.account.clone(),
            SIGNER => self.signer.clone(),
            _ => self.entry.show(Self::place(at)),
        }
    }
    fn proposals(&self, at: usize, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
        if at == SIGNER {
            return Ok(people::find(typed.trim(), cx)?.iter().map(people::heading).collect());
        }
        let names: Vec<String> = naming::purses(&cx.reader, &cx.lang)?.into_iter().map(|(name, _)| name).collect();
        Ok(matching(names.iter().map(String::as_str), typed))
    }
    fn set(&mut self, at: usize, typed: &str, cx: &Cx) -> Result<(), Text> {
        match at {
            ACCOUNT if typed.trim().is_empty() => {
                (self.entry.owner.1, self.account, self.keeper) = (0, String::new(), Keeper::Institution);
            }
            ACCOUNT => self.give_to(&naming::purse(typed, cx)?, cx),
            SIGNER => {
                let (member, who) = people::chosen(typed, cx)?;
                self.entry.put("member_id", member.map(|id| id.to_string()).unwrap_or_default());
                self.signer = who;
            }
            _ => self.entry.set(Self::place(at), typed, &cx.reading())?,
        }
        Ok(())
    }
    fn check(&self, cx: &Cx) -> Vec<Remark> {
        let field = |place: usize| (SIGNER + 1..OF_BANK.len()).find(|at| Self::place(*at) == place).unwrap_or(0);
        let found = self.entry.check(cx.clock.today()).into_iter();
        found.map(|(place, text, is_error)| Remark { field: field(place), text, is_error }).collect()
    }
    fn base(&self) -> Option<(i64, i64)> {
        (self.entry.id != 0).then_some((self.entry.id, self.entry.rev))
    }
    fn set_base(&mut self, rev: i64) {
        self.entry.rev = rev;
    }
    fn theirs(&self, cx: &Cx) -> store::Result<Option<Self>> {
        if self.entry.id == 0 {
            return Ok(None);
        }
        Ok(Some(Self { is_ending: self.is_ending, ..Self::of(self.entry.id, cx)? }))
    }
    fn save(&self, draft: Option<String>) -> Saving {
        let (entry, who) = (self.entry.clone(), self.signer.clone());
        Box::new(move |store, session, _| {
            let id = command::entry::save(store, session, draft.as_deref(), &entry)?;
            let said = Text::new("entry-saved-name").with("noun", Text::new(SIGNING_POWER.text_id));
            Ok(Outcome::Saved { id, said: said.with("name", who) })
        })
    }
}
