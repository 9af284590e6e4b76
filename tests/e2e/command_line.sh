#!/usr/bin/env bash
# From an empty file to "thanked" by the command line alone.
# PYTHON runs recco; FILE is a database that is not there yet.
set -euo pipefail

recco() { "$PYTHON" -m recco_tui --db "$FILE" --now "$DAY" "$@"; }

fail() {
  printf 'line %s, %s: %s\n' "${BASH_LINENO[1]}" "$DAY" "$1" >&2
  exit 1
}

# says WORDS COMMAND…: the command succeeds and prints the words.
says() {
  local words=$1 out
  shift
  out=$(recco "$@") || fail "'recco $*' ended with status $?"
  [[ $out == *"$words"* ]] || fail "'recco $*' does not say '$words' but: $out"
}

# hides WORDS COMMAND…: the command succeeds and does not print the words.
hides() {
  local words=$1 out
  shift
  out=$(recco "$@") || fail "'recco $*' ended with status $?"
  [[ $out != *"$words"* ]] || fail "'recco $*' still says '$words': $out"
}

# refuses STATUS WORDS COMMAND…: the command fails so, with the words on standard error alone.
refuses() {
  local wanted=$1 words=$2 status=0 err
  shift 2
  err=$(recco "$@" 2>&1 >/dev/null) || status=$?
  [[ $status == "$wanted" ]] || fail "'recco $*' ended with status $status, not $wanted"
  [[ $err == *"$words"* && $err != *$'\n'* ]] || fail "'recco $*' complains: $err"
}

DAY=2026-11-23 # a Monday
[[ $(recco board --json) == "[]" ]] || fail "the file is not empty"
says "You don't owe anyone a recommendation." owed
refuses 1 "No contact is called 'Katrina'" ask start Katrina

# A project ended: everyone in it is someone to ask.
says "#1" contact add "Katrina M." --kind mentor
says "ended Sat 21 Nov" project add "Inventory API" --ended 2026-11-21 \
  --with "Katrina M." --with "Rodrigo P." --with "Amara N."
says "ask" today
says '"action": "ask"' today --json
says "5 today" today --short
says "feedback from Katrina M." moment add Katrina "your docs saved my week" --feedback \
  --on yesterday --project inventory

# The warm message comes before the LinkedIn request.
says "Next: ask" ask start Katrina --project inventory --focus "the docs"
refuses 1 "--because" ask mark Katrina linkedin
says "Next: follow-up" ask mark Katrina warm --via discord
refuses 1 "open ask to Katrina M." ask start Katrina
hides "Katrina M." today

DAY=2026-11-24
says "Next: request" ask mark Katrina agreed
says "request" today
says "agreed" board --filter "ask:agreed"
says "Next: nudge" ask mark Katrina linkedin
hides "Katrina M." today

# No text after a week: a nudge, on another channel than the one before.
DAY=2026-12-01
says "nudge" today
refuses 1 "Nudge on another one" ask mark Katrina nudged --via linkedin
says "Nudged Katrina M." ask mark Katrina nudged --via discord

# The text comes in; saying thanks ends the ask, and now a text is owed.
DAY=2026-12-03
printf 'I mentored them on the inventory API. They wrote docs that saved us weeks.' |
  recco recommendation add Katrina received - >/dev/null
says "thank" today
says "received" ask list --all
says "Thanked Katrina M." ask mark Katrina thanked --via discord
says '"state": "thanked"' ask list --all --json
says "No open asks." ask list
says "Katrina M." owed

# Everything can be taken back, and redone.
says "Undone: thanked Katrina M." undo
says '"state": "received"' ask list --all --json
says "Redone: thanked Katrina M." redo
says '"state": "thanked"' ask show Katrina --json
echo thanked
