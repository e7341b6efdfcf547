// PCRE2 (libpcre2-dev), for units of eight bits: UTF-8.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
