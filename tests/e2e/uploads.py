"""A small file for one real indicator, and the page on which its numbers show."""

HEADING = "Alue;Mittari;Jakso;Rooli;Arvo;Yksikkö\n"
ROW = "Kymenlaakso;kymenlaakso-3.1-lastensuojelun-asiakkaat;kevät 2021;seuranta;{};%\n"
INDICATOR = "/mittari?alue=Kymenlaakso&mittari=kymenlaakso-3.1-lastensuojelun-asiakkaat"
