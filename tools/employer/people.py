"""Who works at the example company, when and from where."""

import datetime

START = datetime.datetime(2026, 4, 1, tzinfo=datetime.timezone.utc)
DAYS = 42
HOME = "192.0.2."  # Japan in lists/places.csv
ABROAD = "198.51.100."  # Germany
EXITS = "203.0.113."  # a VPN service in Japan
OLD_ADDRESS = "4-5-6 Example, Kita-ku, Tokyo"
ONE_HOUSE = "7-8-9 Example, Minato-ku, Tokyo"
MAILBOX = "P.O. Box 77, Example Post Office, Tokyo"

# name, first day of work, zone of the working hours as agreed
PEOPLE = {
    "ada": ("Ada Sample", "2025-04-01", "Asia/Tokyo"),
    "bruno": ("Bruno Sample", "2025-05-01", "America/New_York"),
    "chika": ("Chika Sample", "2025-06-01", "Asia/Tokyo"),
    "dan": ("Dan Sample", "2025-07-01", "Asia/Tokyo"),
    "emi": ("Emi Sample", "2025-08-01", "Asia/Tokyo"),
    "fay": ("Fay Example", "2025-09-01", "Asia/Tokyo"),
    "gus": ("Gus Example", "2025-10-01", "Asia/Tokyo"),
    "hana": ("Hana Example", "2025-11-01", "Asia/Tokyo"),
    "ivo": ("Ivo Example", "2026-04-02", "Asia/Tokyo"),
    "jun": ("Jun Example", "2026-03-20", "Asia/Tokyo"),
    "kei": ("Kei Example", "2026-03-21", "Asia/Tokyo"),
    "lea": ("Lea Example", "2026-03-22", "Asia/Tokyo"),
}
NUMBER = {name: i for i, name in enumerate(PEOPLE, 1)}
NIGHT = {"bruno", "hana"}  # work from 22:00 to 08:00 in Tokyo
OKTA = {"gus", "ivo"}


def mail(name):
    return f"{name}@example.com"


def serial(name):
    return f"SN-EX-{NUMBER[name]:04}"


def laptop(name):
    return f"LAPTOP-{NUMBER[name]:02}"


def home(name):
    return HOME + str(10 + NUMBER[name])


def at(day, hour, minute=0):
    return START + datetime.timedelta(days=day, hours=hour, minutes=minute)


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def workdays():
    return [day for day in range(DAYS) if at(day, 0).weekday() < 5]


def place(name, day):
    """Address and country from which a person signs in on a day."""
    if name == "ada" and 7 <= day < 15:  # a journey of which she told beforehand
        return ABROAD + "60", "DE"
    if name == "gus":
        return EXITS + "70", "JP"
    return home(name), "JP"
