// MIME structure and transfer encodings by GMime 3.2; the only header that Swift sees of it.
#pragma once
#include <gmime/gmime.h>
