//! `ushirika user`: who may do what in a book.

use super::{
    failure::{Failure, Result},
    output,
    setting::Setting,
};
use crate::{
    command,
    domain::{
        Text,
        user::{Role, parse_roles},
    },
    store::{Reader, user::User as Person},
    text::Lang,
};
use serde_json::json;

/// `ushirika user …`.
#[derive(Debug, clap::Subcommand)]
pub enum User {
    Add(Add),
    List(List),
    Role(Change),
    Remove(Remove),
}

/// `ushirika user add`.
#[derive(Debug, clap::Args)]
pub struct Add {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "ROLE", required = true)]
    role: String,
    #[arg(long, value_name = "LOGIN")]
    login: Option<String>,
}

/// `ushirika user list`.
#[derive(Debug, clap::Args)]
pub struct List {
    #[arg(long)]
    json: bool,
}

/// `ushirika user role`.
#[derive(Debug, clap::Args)]
pub struct Change {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(value_name = "ROLE")]
    role: String,
}

/// `ushirika user remove`.
#[derive(Debug, clap::Args)]
pub struct Remove {
    #[arg(value_name = "NAME")]
    name: String,
}

/// Does what was asked.
pub fn run(asked: &User, setting: &Setting) -> Result {
    match asked {
        User::Add(asked) => add(asked, setting),
        User::List(asked) => list(asked, setting),
        User::Role(asked) => change(asked, setting),
        User::Remove(asked) => remove(asked, setting),
    }
}

fn add(asked: &Add, setting: &Setting) -> Result {
    let roles = parse_roles(&asked.role)?;
    let (mut store, session) = setting.store(&command::user::ADD)?;
    let login = asked.login.as_deref().unwrap_or_default();
    command::user::add(&mut store, &session, &asked.name, &roles, login, None)?;
    say_roles(&asked.name, &roles, setting.lang)
}

fn change(asked: &Change, setting: &Setting) -> Result {
    let roles = parse_roles(&asked.role)?;
    let (mut store, session) = setting.store(&command::user::ROLE)?;
    let person = find(&store, &asked.name)?;
    command::user::role(&mut store, &session, &person, &roles)?;
    say_roles(&person.name, &roles, setting.lang)
}

fn remove(asked: &Remove, setting: &Setting) -> Result {
    let (mut store, session) = setting.store(&command::user::REMOVE)?;
    let person = find(&store, &asked.name)?;
    command::user::remove(&mut store, &session, &person)?;
    let said = Text::new("cli-say-user-removed").with("name", person.name);
    output::lines([setting.lang.text(&said)])
}

fn list(asked: &List, setting: &Setting) -> Result {
    let reader = setting.reader()?;
    let people = reader.users()?;
    if asked.json {
        let codes = |roles: &[Role]| roles.iter().map(|r| r.code()).collect::<Vec<_>>();
        let login = |person: &Person| Some(person.system_user.clone()).filter(|login| !login.is_empty());
        let people: Vec<_> = people
            .iter()
            .map(|p| json!({"name": p.name, "roles": codes(&p.roles), "login": login(p), "pin": p.has_pin}))
            .collect();
        return output::json(&people);
    }
    let lang = setting.lang;
    let head = ["cli-user-head", "cli-user-head-roles", "cli-user-head-login", "cli-user-head-pin"];
    let mut rows = vec![head.map(|key| lang.name(key))];
    rows.extend(people.into_iter().map(|person| {
        let pin = if person.has_pin { "*" } else { "" };
        [person.name, names(&person.roles, lang), person.system_user, pin.to_owned()]
    }));
    output::table(&rows)
}

fn find(reader: &Reader, name: &str) -> Result<Person> {
    reader.user_by_name(name)?.ok_or_else(|| Failure::wrong(Text::new("cli-err-user").with("name", name)))
}

fn names(roles: &[Role], lang: &Lang) -> String {
    roles.iter().map(|role| lang.name(&format!("role-{}", role.code()))).collect::<Vec<_>>().join(", ")
}

fn say_roles(name: &str, roles: &[Role], lang: &Lang) -> Result {
    let said = Text::new("cli-say-user-added").with("name", name).with("roles", names(roles, lang));
    output::lines([lang.text(&said)])
}
